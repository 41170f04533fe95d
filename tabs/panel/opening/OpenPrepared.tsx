import { Button } from '@fluentui/react-components';
import type { NextView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { isOf } from '../../app/isOf.ts';
import { Notice } from '../../app/Notice.tsx';
import { useServices } from '../../app/services.ts';
import { useCommand } from '../../app/useCommand.ts';
import { usePlanText } from '../plan/usePlanText.ts';
import { useStyles } from './styles.ts';
import { useLook } from './useLook.ts';

/** Opens what is prepared. Where it cannot be opened, what helps stands there instead. */
export function OpenPrepared({ next }: { readonly next: NextView }) {
  const { host } = useServices();
  const text = usePlanText();
  const styles = useStyles();
  const look = useLook();
  const command = useCommand<string>((api, id, meeting) => api.openPlanned(meeting, id, host.context.meeting));
  const { error } = command;
  const isSending = command.state === 'sending';
  const isInTheWay = isOf(error, 'MeetingAlreadyOpen');
  // Somebody else has to do something first; then the same press helps.
  const isForOthers = isOf(error, 'NotOpener', 'PermissionMissing');
  return (
    <>
      {error && <Notice kind="trouble">{describeFailure(error, text)}</Notice>}
      <div className={styles.ways}>
        {isInTheWay || isOf(error, 'MeetingNotFound') ? (
          <Button appearance="primary" onClick={look}>
            {text(isInTheWay ? 'next.goOn' : 'reload')}
          </Button>
        ) : (
          <Button
            appearance={isForOthers ? 'secondary' : 'primary'}
            disabledFocusable={isSending}
            onClick={() => command.run(next.id)}
          >
            {text(isSending ? 'sending' : isForOthers ? 'again' : 'open.confirm')}
          </Button>
        )}
      </div>
    </>
  );
}
