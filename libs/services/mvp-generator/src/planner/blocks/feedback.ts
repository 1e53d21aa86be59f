import type { DomainBlock } from './block.js';
import { choice, integer, longText, optionalText, relation, status, text } from './fields.js';

export const feedback: DomainBlock = {
  id: 'feedback',
  category: 'Feedback board',
  strong: [
    'feedback',
    'feature request',
    'roadmap',
    'suggestion',
    'upvote',
    'vote',
    'voting',
    'idea board',
    'poll',
  ],
  weak: ['idea', 'changelog', 'wish', 'user research'],
  promise: 'The most wanted ideas first',
  problem:
    'Wishes are spread over mail and chat, and the loudest one wins instead of the most wanted.',
  entities: [
    {
      name: 'suggestion',
      plural: 'suggestions',
      label: 'Suggestion',
      labelPlural: 'Suggestions',
      description: 'What people ask for, with their votes.',
      icon: 'lightbulb',
      titleField: 'title',
      view: 'board',
      aliases: ['suggestion', 'idea', 'request', 'proposal'],
      fields: [
        text('title', 'Title'),
        integer('votes', 'Votes', { min: 0, max: 1_000_000, defaultValue: 1 }),
        choice('area', 'Area', ['Product', 'Design', 'Speed', 'Other']),
        status('New', 'Planned', 'In progress', 'Done', 'Declined'),
        optionalText('asked_by', 'Asked by'),
        longText('details', 'Details'),
      ],
    },
    {
      name: 'comment',
      plural: 'comments',
      label: 'Comment',
      labelPlural: 'Comments',
      description: 'What people add to a suggestion.',
      icon: 'message-circle',
      titleField: 'author',
      view: 'timeline',
      fields: [
        text('author', 'Author'),
        relation('suggestion', 'Suggestion'),
        longText('content', 'Comment'),
      ],
    },
  ],
  feature: {
    kind: 'vote_ranking',
    name: 'Most wanted',
    description: 'Ranks open suggestions by votes, with fresh votes counting more than old ones.',
    entity: 'suggestion',
  },
  brand: { primary: '#6d28d9', accent: '#10b981', icon: 'vote', tone: 'bold' },
  audience: 'product teams',
  nonGoals: ['It has no public voting page yet.'],
};
