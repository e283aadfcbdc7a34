/** Sets the page's colours: a fixed scheme, or light and dark as the person's device asks for, also when that changes. */
export function startScheme(fixed?: 'light' | 'dark' | 'projector'): void {
  const root = document.documentElement;
  if (fixed) {
    root.dataset.scheme = fixed;
    return;
  }
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    root.dataset.scheme = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', follow);
  follow();
}
