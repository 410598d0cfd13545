import { CloseButton, Drawer, Modal } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '../words/language.tsx';
import { useDialogKeys } from './useShortcuts.ts';
import classes from './Dialog.module.css';

const texts = defineTexts({ close: ['Close', '关闭'] });

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly widthPx?: number;
  /** `lower` is a drawer over the lower part of the page. */
  readonly place?: 'middle' | 'lower';
  /** Without the line that holds the title and the close button; the title still names the dialog. */
  readonly isBare?: boolean;
}

/**
 * A modal dialog with its title and a close button. Focus goes in, stays in, and returns to where it was, also when the
 * dialog is mounted open. Its header is no landmark, unlike that of Mantine's ready-made `Modal` and `Drawer`.
 */
export function Dialog({ isOpen, onClose, title, children, widthPx = 560, place = 'middle', isBare = false }: DialogProps) {
  const t = useTexts(texts);
  // Focus is given back only by a dialog that was seen to open, so it never mounts open.
  const isMounted = useMounted();
  // Not Mantine's own Escape: that closes the dialog and leaves the key to whatever listens behind it.
  useDialogKeys(isOpen, onClose);
  const { Root, Overlay, Content, Body } = place === 'middle' ? Modal : Drawer;
  const where = place === 'middle' ? { size: widthPx, yOffset: 64 } : { size: '60%', position: 'bottom' as const };
  return (
    // Closed means gone: a key pressed right after would still fall into a fading dialog.
    <Root opened={isOpen && isMounted} onClose={onClose} closeOnEscape={false} padding={0} transitionProps={{ duration: 0 }} {...where}>
      <Overlay />
      <Content aria-label={title}>
        {!isBare && (
          <div className={classes.head}>
            <h2 className={classes.title}>{title}</h2>
            <CloseButton size="sm" aria-label={t.close} onClick={onClose} />
          </div>
        )}
        <Body className={isBare ? '' : classes.body}>{children}</Body>
      </Content>
    </Root>
  );
}
