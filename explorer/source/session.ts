// Who asks through this page, as the server tells it, and how that changes.
import { useCallback, useEffect, useState } from 'react';

export interface Viewer {
  workspace: string;
  subject: string;
  client: string;
  scopes: readonly string[];
  /** Seconds since 1970. */
  expiresAt: number;
}

export interface Persona {
  name: string;
  description: string;
}

/** What `GET /session` answers. */
export interface Session {
  viewer: Viewer | null;
  personas: readonly Persona[];
  persona: string | null;
  signIn: string | null;
  signOut: string | null;
}

export interface SessionInUse {
  /** Undefined until the server has told, null if it does not answer. */
  session: Session | null | undefined;
  refresh: () => Promise<void>;
  ask: (name: string) => Promise<void>;
  signOut: () => Promise<void>;
}

export function useSession(): SessionInUse {
  const [session, setSession] = useState<Session | null>();
  const refresh = useCallback(async () => setSession(await told()), []);

  useEffect(() => {
    const look = () => void refresh();
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [refresh]);

  async function ask(name: string) {
    await posted(`/personas/${name}`);
    await refresh();
  }

  async function signOut() {
    const { next } = await posted(session?.signOut ?? '');
    return next ? location.assign(next) : refresh();
  }

  return { session, refresh, ask, signOut };
}

async function told(): Promise<Session | null> {
  try {
    const answer = await fetch('/session');
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Whether it was done, the session shows that is asked for next; `next` is where a browser that signed out goes. */
async function posted(address: string): Promise<{ next?: string }> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(address, { method: 'POST', headers, body: '{}' });
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}
