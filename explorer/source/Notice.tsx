// What stands in the page while nobody is known to ask: what to do.
import type { Session } from './session';

export function Notice({ session }: { session: Session | null }) {
  return (
    <main className="notice">
      {session === null ? <Silent /> : session.signIn ? <SignedOut address={session.signIn} /> : <NotLetIn />}
    </main>
  );
}

function Silent() {
  return (
    <>
      <h1>The server does not answer</h1>
      <p>Is it running? Start it, and reload this page.</p>
    </>
  );
}

function SignedOut({ address }: { address: string }) {
  return (
    <>
      <h1>Sign in to ask</h1>
      <p>Your organisation says who you are and what you may see.</p>
      <p>
        <a className="button" href={address}>
          Sign in
        </a>
      </p>
    </>
  );
}

function NotLetIn() {
  return (
    <>
      <h1>This browser has not been let in</h1>
      <p>Open the address that the demo printed at its start, with the key in it. It holds until the demo ends.</p>
      <p>
        A program needs no page: <code>goldenthread token --as analyst</code> prints a token for it.
      </p>
    </>
  );
}
