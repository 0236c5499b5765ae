// Light or dark: as the system has it, until the user chooses.

const KEY = 'sightline.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');

/** Lets a button switch between light and dark. */
export function themeButton(button) {
  const show = () => {
    const dark = isDark();
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    button.setAttribute('aria-pressed', String(dark));
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, isDark() ? 'light' : 'dark');
    show();
  });
  system.addEventListener('change', show);
  show();
}

function isDark() {
  const chosen = localStorage.getItem(KEY);
  return chosen ? chosen === 'dark' : system.matches;
}
