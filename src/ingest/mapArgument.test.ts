import { describe, expect, it } from 'vitest';
import { parseMapArgument } from './mapArgument.ts';

const header = ['From', 'To', 'When', 'Dur(s)', '对方号码', 'Place, city'];

describe('A mapping on the command line', () => {
  it.each([
    ['caller=From,callee=To', { caller: 0, callee: 1 }], ['caller=1,callee=2,start=3', { caller: 0, callee: 1, start: 2 }], ['CALLER = from , callee = TO', { caller: 0, callee: 1 }], ['duration=Dur(s)', { duration: 3 }], ['duration=durs', { duration: 3 }],
    ['other=对方号码', { other: 4 }], ['place=Place, city,caller=From', { place: 5, caller: 0 }], ['imei=', { imei: -1 }], ['caller=From,', { caller: 0 }],
  ])('%s names fields and columns', (argument, mapping) => {
    expect(parseMapArgument(argument, header)).toEqual({ mapping });
  });

  it('by a name that no column has says which columns there are', () => {
    expect(parseMapArgument('caller=Sender', header)).toEqual({ error: 'there is no column “Sender”; the columns are 1 From, 2 To, 3 When, 4 Dur(s), 5 对方号码, 6 Place, city' });
    expect(parseMapArgument('caller=7', header)).toMatchObject({ error: expect.stringContaining('there is no column “7”') });
    expect(parseMapArgument('caller=0', header)).toMatchObject({ error: expect.stringContaining('there is no column “0”') });
  });

  it('of a field that does not exist says which there are', () => {
    expect(parseMapArgument('sender=From', header)).toMatchObject({ error: expect.stringMatching(/there is no field “sender”; the fields are caller, callee, number/) });
  });

  it('that is no mapping says how to write one', () => {
    expect(parseMapArgument('', header)).toMatchObject({ error: expect.stringContaining('caller=From') });
    expect(parseMapArgument('From', header)).toMatchObject({ error: expect.stringContaining('no field=column pair') });
  });

  it('takes the name of a column before its number', () => {
    expect(parseMapArgument('caller=2', ['2', '1'])).toEqual({ mapping: { caller: 0 } });
  });
});
