/**
 * Has the browser print the page.
 * @returns false where the frame around it forbids that: the browser then does nothing, and throws nothing
 */
export function printPage(): boolean {
  let began = false;
  const listen = (): void => {
    began = true;
  };
  window.addEventListener('beforeprint', listen);
  try {
    window.print();
  } finally {
    window.removeEventListener('beforeprint', listen);
  }
  return began;
}
