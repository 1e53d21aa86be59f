/** Ideas to start from: different trades, one of them not in English. */
export const exampleIdeas = [
  'AI scheduling tool for freelancers',
  'Marketplace for used climbing gear in Portland',
  'Batch and inventory tracker for small breweries',
  'Reservas y recordatorios para peluquerías de barrio',
] as const;
