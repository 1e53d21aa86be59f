import type { DomainBlock } from './block.js';
import { choice, date, file, longText, money, relation, status, text } from './fields.js';
import { member } from './people.js';

export const expenses: DomainBlock = {
  id: 'expenses',
  category: 'Shared expenses',
  strong: [
    'expense splitting',
    'split expense',
    'shared expense',
    'split bill',
    'expense',
    'split cost',
    'budget',
    'ausgaben',
    'dépenses',
    'gastos',
    '割り勘',
  ],
  weak: [
    'split',
    'roommate',
    'flatmate',
    'rent',
    'owe',
    'trip',
    'bill',
    'household',
    'money',
    'settle',
  ],
  promise: 'Shared costs, settled fairly',
  problem: 'One pays the groceries, another the trip, and in the end nobody knows who owes whom.',
  entities: [
    member,
    {
      name: 'expense',
      plural: 'expenses',
      label: 'Expense',
      labelPlural: 'Expenses',
      description: 'Who paid what for everyone.',
      icon: 'receipt',
      titleField: 'title',
      view: 'table',
      aliases: ['expense', 'purchase'],
      fields: [
        text('title', 'Title'),
        relation('member', 'Paid by'),
        money('amount', 'Amount'),
        date('spent_on', 'Spent on'),
        choice('category', 'Category', ['Food', 'Home', 'Travel', 'Fun', 'Other']),
        status('Open', 'Settled', 'Paid back'),
        file('receipt', 'Receipt'),
        longText('notes', 'Notes'),
      ],
    },
  ],
  feature: {
    kind: 'split_balances',
    name: 'Who owes whom',
    description:
      'Shares open expenses equally and finds the fewest payments that settle everything.',
    entity: 'expense',
  },
  brand: { primary: '#047857', accent: '#f59e0b', icon: 'scale', tone: 'playful' },
  audience: 'people who share costs',
  nonGoals: ['It moves no money.'],
};
