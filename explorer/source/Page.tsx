// The whole page: who asks, and below it the explorer, or what to do before it can be used.
import { Badge } from './Badge';
import { Explorer } from './Explorer';
import { Notice } from './Notice';
import { useSession, type Session } from './session';

export function Page() {
  const inUse = useSession();
  const { session, refresh } = inUse;
  return (
    <>
      <header className="graphiql-container top">
        <span className="wordmark">Goldenthread</span>
        {session && <Badge {...inUse} session={session} />}
        {session && isOpen(session) && !session.viewer && (
          <p>Each request needs a token: put {'{"Authorization": "Bearer …"}'} into the Headers pane.</p>
        )}
      </header>
      {session && isOpen(session) ? (
        <Explorer subject={session.viewer?.subject} onRefused={refresh} />
      ) : (
        <div className="graphiql-container">{session !== undefined && <Notice session={session} />}</div>
      )}
    </>
  );
}

/** Whether queries may be sent: somebody is known, or nobody could be, and each request brings its own token. */
function isOpen(session: Session): boolean {
  return Boolean(session.viewer) || !(session.signIn || session.personas.length);
}
