import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Chain, RingMember } from '../../analysis/chain/chainHop.ts';
import { numbersOfRing } from '../../analysis/chain/chainHop.ts';
import { Bar } from '../../ui/Bar.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { phoneText, useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkLink } from '../number/networkLink.ts';
import { NumberLink } from '../number/NumberLink.tsx';
import classes from './ChainScreen.module.css';
import { chainTexts, tieWords } from './chainTexts.ts';

/** Victims named in a row; the others are counted. */
const NAMED = 2;
/** Opened together with their contacts: more would be a thicket. */
const SHOWN_TOGETHER = 12;

/** The other numbers of the chain: what they share with this one, how they score, whom they harmed. */
export function RingTable({ chain }: { chain: Chain }) {
  const t = useTexts(chainTexts);
  const ties = useTexts(tieWords);
  const format = useFormat();
  const { members, memberCount, victimCount } = chain.ring;
  if (memberCount === 0) return null;
  return (
    <section className={classes.ring} aria-label={t.ring}>
      <div className={classes.ringHead}>
        <h2 className={classes.heading}>{t.ring}</h2>
        <span className={classes.hint}>{t.ringCount(format.count(memberCount), format.count(victimCount))}</span>
        <Button size="compact-xs" variant="default" component={Link} {...networkLink(...numbersOfRing(chain).slice(0, SHOWN_TOGETHER))}>
          {t.ringNetwork}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so it must be reachable */}
      <section className={table.frame} aria-label={`${t.ring}: ${t.results}`} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.caller}</th>
              <th scope="col">{t.score}</th>
              <th scope="col" className={table.grow}>{t.shares}</th>
              <th scope="col">{t.victims}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.number}>
                <th scope="row"><NumberLink number={member.number} to="/chain/$number" /></th>
                <td>
                  {member.score === null ? <span className={table.dim}>{t.noCalls}</span> : (
                    <span className={classes.score}><Bar share={member.score / 100} widthPx={48} tone="score" />{format.score(member.score)}</span>
                  )}
                </td>
                <td className={table.line}>{member.ties.map(({ kind, name }) => ties[kind](name)).join(' · ')}</td>
                <td><Victims member={member} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Victims({ member: { victims, victimCount } }: { member: RingMember }) {
  const t = useTexts(chainTexts);
  const format = useFormat();
  if (victimCount === 0) return <span className={table.dim}>{t.noVictims}</span>;
  const named = victims.slice(0, NAMED).map(phoneText);
  const more = victimCount - named.length;
  return <>{[...named, ...(more > 0 ? [t.more(format.count(more))] : [])].join(t.comma)}</>;
}
