import { Link } from '@tanstack/react-router';
import { phoneText } from '../../words/format.ts';
import classes from './NumberLink.module.css';

/** A number that leads to its dossier, or to its chain. */
export function NumberLink({ number, to = '/numbers/$number' }: { number: string; to?: '/numbers/$number' | '/chain/$number' }) {
  return (
    <Link to={to} params={{ number }} className={classes.link}>
      {phoneText(number)}
    </Link>
  );
}
