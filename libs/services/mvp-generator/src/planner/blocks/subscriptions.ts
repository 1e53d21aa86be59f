import type { DomainBlock } from './block.js';
import { choice, date, longText, money, optionalText, status, text, url } from './fields.js';

export const subscriptions: DomainBlock = {
  id: 'subscriptions',
  category: 'Subscriptions',
  strong: ['subscription', 'recurring payment', 'renewal', 'abo', 'abonnement', 'suscripción'],
  weak: ['cancel', 'free trial', 'spending', 'bill', 'streaming', 'saas'],
  promise: 'Every subscription in sight',
  problem: 'Small monthly amounts add up unseen, and a renewal is noticed when it has been paid.',
  entities: [
    {
      name: 'subscription',
      plural: 'subscriptions',
      label: 'Subscription',
      labelPlural: 'Subscriptions',
      description: 'What is paid again and again, how much and when next.',
      icon: 'refresh-cw',
      titleField: 'name',
      view: 'table',
      fields: [
        text('name', 'Name'),
        optionalText('category', 'Category'),
        money('amount', 'Amount'),
        choice('period', 'Period', ['Monthly', 'Quarterly', 'Yearly']),
        date('renews_on', 'Renews on'),
        status('Trial', 'Active', 'Cancelled'),
        url('manage_link', 'Where to cancel'),
        longText('notes', 'Notes'),
      ],
    },
  ],
  feature: {
    kind: 'renewals',
    name: 'Renewals',
    description:
      'Adds everything up to one monthly figure and names what renews in the next 30 days.',
    entity: 'subscription',
  },
  brand: { primary: '#be123c', accent: '#6366f1', icon: 'refresh-cw', tone: 'precise' },
  audience: 'households',
  nonGoals: ['It cancels nothing by itself.', 'It reads no bank account.'],
};
