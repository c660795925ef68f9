// Takes an answer away when another asks: it was not his.
import { useGraphiQL } from '@graphiql/react';
import { useEffect, useRef } from 'react';

export function FreshAnswer({ subject }: { subject: string | undefined }) {
  const editor = useGraphiQL((state) => state.responseEditor);
  const before = useRef(subject);
  useEffect(() => {
    if (before.current !== subject) {
      editor?.setValue('');
    }
    before.current = subject;
  }, [subject, editor]);
  return null;
}
