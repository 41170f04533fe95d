/**
 * Calls back in the frame after any of these has got another size: what is done then may change the sizes observed.
 * @returns stops it
 */
export function onResize(elements: readonly Element[], then: () => void): () => void {
  let frame = 0;
  const resized = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(then);
  });
  for (const element of elements) resized.observe(element);
  return () => {
    resized.disconnect();
    cancelAnimationFrame(frame);
  };
}
