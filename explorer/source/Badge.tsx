// Who asks, at the top of the page: workspace, subject, scopes, time left; and how to ask as another.
import { DropdownMenu } from '@graphiql/react';

import type { Session, SessionInUse } from './session';
import { TimeLeft } from './TimeLeft';

export function Badge({ session, refresh, ask, signOut }: SessionInUse & { session: Session }) {
  const { viewer } = session;
  if (!viewer) {
    return null;
  }
  return (
    <section aria-label="Who asks" className="badge">
      <dl>
        <div>
          <dt>Workspace</dt>
          <dd>{viewer.workspace}</dd>
        </div>
        <div>
          <dt>As</dt>
          <dd>{session.persona ? <Personas session={session} ask={ask} /> : viewer.subject}</dd>
        </div>
        <div>
          <dt>Scopes</dt>
          <dd className="scopes">{viewer.scopes.join(' ') || 'none'}</dd>
        </div>
        <div>
          <dt>Session</dt>
          <dd>
            <TimeLeft key={viewer.expiresAt} until={viewer.expiresAt} onOver={refresh} />
          </dd>
        </div>
      </dl>
      {session.signOut && (
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      )}
    </section>
  );
}

function Personas({ session, ask }: { session: Session; ask: (name: string) => void }) {
  return (
    <DropdownMenu>
      <DropdownMenu.Button className="personas" aria-label={`Asks as ${session.persona}. Choose another persona`}>
        {session.persona}
      </DropdownMenu.Button>
      <DropdownMenu.Content align="end" className="personas-menu">
        {session.personas.map(({ name, description }) => (
          <DropdownMenu.Item
            key={name}
            role="menuitemradio"
            aria-checked={name === session.persona}
            onSelect={() => ask(name)}
          >
            <strong>{name}</strong>
            {description}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}
