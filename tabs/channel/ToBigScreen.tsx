import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { FullWindow } from '../stage/useFullWindow.ts';
import { useStageText } from '../stage/useStageText.ts';

/** Leads from the tab to the big screen, for a room with a screen and no Teams meeting on it. */
export default function ToBigScreen({ screen: { isOpen, open } }: { readonly screen: FullWindow }) {
  const text = useStageText();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Whoever comes back finds the focus where they left.
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        button.current = element;
      }}
      size="small"
      onClick={open}
    >
      {text('stage.open')}
    </Button>
  );
}
