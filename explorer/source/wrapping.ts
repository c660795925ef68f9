// Long lines of a query wrap, so that a comment can be read in a narrow pane. GraphiQL has no setting for it.
import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

export function WrappedLines() {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: 'on' }), [editor]);
  return null;
}
