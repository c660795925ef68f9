// How long the session still counts.
import { useEffect, useState } from 'react';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const OFTEN = 10_000;

interface Props {
  /** Seconds since 1970. */
  until: number;
  onOver: () => void;
}

export function TimeLeft({ until, onOver }: Props) {
  const [now, setNow] = useState(() => Date.now());
  const left = until - now / 1000;
  const isOver = left <= 0;

  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), OFTEN);
    return () => clearInterval(clock);
  }, []);
  useEffect(() => {
    if (isOver) {
      onOver();
    }
  }, [isOver, onOver]);

  return <time dateTime={new Date(until * 1000).toISOString()}>{inWords(left)}</time>;
}

function inWords(seconds: number): string {
  if (seconds <= 0) {
    return 'expired';
  }
  const hours = Math.floor(seconds / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  if (hours) {
    return `${hours} h ${minutes} min left`;
  }
  return minutes ? `${minutes} min left` : 'under 1 min left';
}
