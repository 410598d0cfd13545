import { accomplice } from './accomplice.ts';
import { borderResident } from './borderResident.ts';
import { bulkCaller } from './bulkCaller.ts';
import { burner } from './burner.ts';
import { callCentre } from './callCentre.ts';
import { changesNumber } from './changesNumber.ts';
import { clinic } from './clinic.ts';
import { codeReceiver } from './codeReceiver.ts';
import { compoundCaller } from './compoundCaller.ts';
import { courier } from './courier.ts';
import { dispatcher } from './dispatcher.ts';
import { dormant } from './dormant.ts';
import { machine } from './machine.ts';
import { mule } from './mule.ts';
import { newCard } from './newCard.ts';
import { newPhone } from './newPhone.ts';
import { person } from './person.ts';
import { probe } from './probe.ts';
import { relayHub } from './relayHub.ts';
import { rideHailing } from './rideHailing.ts';
import { ringsAtTheDoor } from './ringsAtTheDoor.ts';
import type { Role } from './role.ts';
import { salesperson } from './salesperson.ts';
import { seasonal } from './seasonal.ts';
import { secondCard } from './secondCard.ts';
import { sharedHandset } from './sharedHandset.ts';
import { shopkeeper } from './shopkeeper.ts';
import { shopper } from './shopper.ts';
import { simBox } from './simBox.ts';
import { testLab } from './testLab.ts';
import { wangiri } from './wangiri.ts';

/** Every role, in the order of casting: a role that needs others there comes after them. */
export const roles: readonly Role[] = [
  codeReceiver, mule, bulkCaller, simBox, burner, wangiri, dormant, relayHub, compoundCaller,
  accomplice,
  person,
  courier, callCentre, rideHailing, clinic, salesperson, shopper, newCard, secondCard, sharedHandset, machine,
  probe, dispatcher, ringsAtTheDoor, seasonal, testLab, borderResident, changesNumber, newPhone, shopkeeper,
];
