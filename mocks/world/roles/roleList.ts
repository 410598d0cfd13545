import { bulkCaller } from './bulkCaller.ts';
import { burner } from './burner.ts';
import { callCentre } from './callCentre.ts';
import { clinic } from './clinic.ts';
import { courier } from './courier.ts';
import { machine } from './machine.ts';
import { newCard } from './newCard.ts';
import { person } from './person.ts';
import { rideHailing } from './rideHailing.ts';
import type { Role } from './role.ts';
import { salesperson } from './salesperson.ts';
import { secondCard } from './secondCard.ts';
import { sharedHandset } from './sharedHandset.ts';
import { shopper } from './shopper.ts';
import { simBox } from './simBox.ts';

/** Every role, in the order of casting: a role that needs others there comes after them. */
export const roles: readonly Role[] = [
  bulkCaller, simBox, burner,
  person,
  courier, callCentre, rideHailing, clinic, salesperson, shopper, newCard, secondCard, sharedHandset, machine,
];
