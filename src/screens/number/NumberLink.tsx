import { Link } from '@tanstack/react-router';
import { phoneText } from '../../words/format.ts';
import classes from './NumberLink.module.css';

/** A number that leads to its dossier. */
export function NumberLink({ number }: { number: string }) {
  return (
    <Link to="/numbers/$number" params={{ number }} className={classes.link}>
      {phoneText(number)}
    </Link>
  );
}
