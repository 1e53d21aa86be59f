import type { EntityDraft } from '../model-planner/draft.schema.js';

/** What somebody who knows the trade adds to the embedded plan of a sentence. */
export interface RichIdea {
  prompt: string;
  name: string;
  tagline: string;
  summary: string;
  problem: string;
  /** `name:text` is required, `due_on:date?` is not, `stage:enum(New|Won)` a choice, `hive_id:>hive` a relation. */
  entities: {
    name: string;
    plural: string;
    icon: EntityDraft['icon'];
    view: EntityDraft['view'];
    description: string;
    fields: string;
    titles: string[];
  }[];
  /** Further fields of entities that the embedded plan has. */
  fields?: Record<string, string>;
  flow: { name: string; entity: string; steps: string[] };
  highlightsTitle: string;
  question: [question: string, answer: string];
}

/** Twenty sentences of the corpus with what a good model makes of them; written by hand. */
export const richIdeas: readonly RichIdea[] = [
  {
    prompt: 'Invoice reminders for plumbers',
    name: 'Pipepaid',
    tagline: 'Call-outs billed the same day, and chased until they are paid',
    summary:
      'Pipepaid keeps call-outs, invoices and what each customer promised, so that a plumber sees on Monday whom to remind and how often that was done already.',
    problem:
      'Between two blocked drains nobody writes reminders, and the oldest invoice is the one that gets forgotten.',
    entities: [
      {
        name: 'reminder_letter',
        plural: 'reminder_letters',
        icon: 'mail',
        view: 'timeline',
        description: 'Each reminder that went out, and what the customer said to it.',
        fields:
          'title:text invoice_id:>invoice sent_on:date tone:enum(Friendly|Firm|Final) promised_on:date? answer:long_text?',
        titles: [
          'First reminder for the boiler job',
          'Second reminder, kitchen leak',
          'Final notice, radiator swap',
        ],
      },
      {
        name: 'payment_received',
        plural: 'payments_received',
        icon: 'coins',
        view: 'table',
        description: 'Money that came in, also in parts.',
        fields:
          'reference:text invoice_id:>invoice amount:money received_on:date way:enum(Transfer|Cash|Card)',
        titles: ['Bank transfer, boiler job', 'Cash on the doorstep', 'Card, half of the bathroom'],
      },
    ],
    fields: { call_out: 'gate_code:text? is_emergency:boolean' },
    flow: {
      name: 'Remind a customer for the third time',
      entity: 'reminder_letter',
      steps: [
        'Open the invoice that is late longest.',
        'Write down which reminder goes out today.',
        'Note the day that the customer promises.',
      ],
    },
    highlightsTitle: 'From the blocked drain to the paid invoice',
    question: [
      'Can I see what a customer promised?',
      'Yes. Each reminder keeps the day that was promised and the answer that was given.',
    ],
  },
  {
    prompt: 'Tracker for court exhibits',
    name: 'Exhibitline',
    tagline: 'Every exhibit, its mark and whose hands it went through',
    summary:
      'Exhibitline follows each exhibit from the day it is received to the ruling on it, with a chain of custody that holds up when it is questioned.',
    problem: 'When counsel asks who had the knife on Tuesday, the answer is in three notebooks.',
    entities: [
      {
        name: 'custody_transfer',
        plural: 'custody_transfers',
        icon: 'refresh-cw',
        view: 'timeline',
        description: 'Each time an exhibit changes hands, with the seal it left with.',
        fields:
          'title:text exhibit_id:>exhibit handed_on:datetime handed_by:text taken_by:text seal_number:text? condition:enum(Intact|Opened|Damaged)',
        titles: [
          'Knife to the laboratory',
          'Phone back to the registry',
          'Ledger shown to the defence',
        ],
      },
      {
        name: 'admissibility_ruling',
        plural: 'admissibility_rulings',
        icon: 'scale',
        view: 'board',
        description: 'What the court decided on an exhibit, and on whose objection.',
        fields:
          'title:text exhibit_id:>exhibit ruled_on:date? status:enum(Argued|Admitted|Excluded|Reserved) objection:long_text? rule_cited:text?',
        titles: ['Knife, chain of custody', 'Phone, privacy', 'Ledger, hearsay'],
      },
      {
        name: 'witness_statement',
        plural: 'witness_statements',
        icon: 'user-round',
        view: 'table',
        description: 'Who speaks to an exhibit, and what they can say of it.',
        fields:
          'witness:text exhibit_id:>exhibit heard_on:date? statement:long_text? is_expert:boolean',
        titles: ['Officer at the scene', 'Handwriting expert', 'Night porter'],
      },
    ],
    flow: {
      name: 'Hand an exhibit to the laboratory',
      entity: 'custody_transfer',
      steps: [
        'Pick the exhibit by its mark.',
        'Write down who hands it over, who takes it and the seal.',
        'Note its condition when it comes back.',
      ],
    },
    highlightsTitle: 'A chain of custody without a gap',
    question: [
      'Does it show who had an exhibit last?',
      'Yes. Each transfer keeps who handed it over, who took it, when, and the number of the seal.',
    ],
  },
  {
    prompt: 'Habit tracker for night-shift nurses',
    name: 'Nightlanes',
    tagline: 'Habits that count from the end of a shift, not from midnight',
    summary:
      'Nightlanes ties habits to shifts, so that a walk at four in the morning counts for the day it belongs to and sleep after nights is seen for what it is.',
    problem: 'Trackers that reset at midnight break every streak of those who work through it.',
    entities: [
      {
        name: 'sleep_log',
        plural: 'sleep_logs',
        icon: 'moon',
        view: 'chart',
        description: 'Sleep after each shift: when, how long, how good.',
        fields:
          'title:text night_shift_id:>night_shift? slept_at:datetime hours:decimal quality:rating blackout:boolean',
        titles: ['After the Tuesday night', 'Between two nights', 'First day off'],
      },
      {
        name: 'recovery_day',
        plural: 'recovery_days',
        icon: 'sun',
        view: 'calendar',
        description: 'Days that are kept free after a run of nights.',
        fields:
          'title:text on_day:date plan:enum(Sleep in|Daylight walk|Nothing planned) note:long_text?',
        titles: ['After three nights', 'Before the long weekend', 'Swap with the day team'],
      },
    ],
    fields: { habit: 'best_time:time? minutes:duration?' },
    flow: {
      name: 'See what three nights do to sleep',
      entity: 'sleep_log',
      steps: [
        'Write down each sleep after a shift.',
        'Look at the chart of the last weeks.',
        'Move a habit to the time that holds.',
      ],
    },
    highlightsTitle: 'Habits and sleep around the roster',
    question: [
      'What counts as a day?',
      'A check-in can be tied to a shift, so that it belongs to the night it was done in.',
    ],
  },
  {
    prompt: 'Job board for marine biologists',
    name: 'Reefpost',
    tagline: 'Field seasons, cruises and lab posts in one tide table',
    summary:
      'Reefpost lists posts with what matters at sea: the vessel, the season, the diving ticket that is asked for, and who pays the way there.',
    problem:
      'Posts on research vessels are spread over mailing lists and close before anyone has read them.',
    entities: [
      {
        name: 'employer',
        plural: 'employers',
        icon: 'building',
        view: 'table',
        description: 'Institutes, aquaria and agencies that hire.',
        fields:
          'name:text kind:enum(Institute|Aquarium|Agency|Charity) country:text? website:url? notes:long_text?',
        titles: ['Institute on the sound', 'City aquarium', 'Coastal survey'],
      },
      {
        name: 'field_season',
        plural: 'field_seasons',
        icon: 'plane',
        view: 'calendar',
        description: 'When work at sea begins and ends, and on which vessel.',
        fields: 'title:text job_id:>job begins_on:date ends_on:date? vessel:text? sea:text?',
        titles: ['Spring coral survey', 'Winter seal count', 'Plankton transect'],
      },
      {
        name: 'dive_certificate',
        plural: 'dive_certificates',
        icon: 'badge-check',
        view: 'table',
        description: 'What a candidate may do under water, and until when.',
        fields:
          'title:text candidate_id:>candidate level:enum(Open water|Rescue|Scientific|Commercial) valid_until:date? file:file?',
        titles: ['Scientific diver', 'Rescue diver', 'Commercial ticket'],
      },
    ],
    flow: {
      name: 'Fill a place on a spring cruise',
      entity: 'field_season',
      steps: [
        'Add the season with its vessel.',
        'Look for candidates whose certificate is valid until its end.',
        'Move the application on.',
      ],
    },
    highlightsTitle: 'Posts, seasons and the tickets they ask for',
    question: [
      'Can I see when a season begins?',
      'Yes. Each post can have its seasons with the vessel and the sea, in a calendar.',
    ],
  },
  {
    prompt: 'Experiment notebook for PhD students',
    name: 'Benchpages',
    tagline: 'From the hypothesis to the figure, without a lost page',
    summary:
      'Benchpages ties protocols, runs and figures to the chapter that they are for, so that writing up begins with what was really done.',
    problem: 'In the third year nobody remembers which buffer the good gel was run with.',
    entities: [
      {
        name: 'thesis_figure',
        plural: 'thesis_figures',
        icon: 'chart-column',
        view: 'board',
        description: 'Figures and where each stands on its way into the thesis.',
        fields:
          'title:text thesis_chapter_id:>thesis_chapter? status:enum(Sketched|Data complete|Drawn|Approved) file:file? caption:long_text?',
        titles: ['Growth curves', 'Gel of the mutants', 'Map of the sites'],
      },
      {
        name: 'reagent_batch',
        plural: 'reagent_batches',
        icon: 'microscope',
        view: 'table',
        description: 'Which batch was used, since when it is open and when it expires.',
        fields:
          'name:text supplier:text? lot:text? opened_on:date? expires_on:date? stored_at:enum(Room|Fridge|Freezer)',
        titles: ['Buffer, spring lot', 'Polymerase', 'Agar plates'],
      },
      {
        name: 'supervisor_meeting',
        plural: 'supervisor_meetings',
        icon: 'messages-square',
        view: 'calendar',
        description: 'What was agreed, and until when.',
        fields: 'title:text met_at:datetime agreed:long_text? next_due_on:date?',
        titles: ['Monthly meeting', 'Chapter two review', 'Before the conference'],
      },
    ],
    flow: {
      name: 'Bring a figure into the thesis',
      entity: 'thesis_figure',
      steps: [
        'Sketch the figure and name its chapter.',
        'Tie the runs that give its data.',
        'Move it on until it is approved.',
      ],
    },
    highlightsTitle: 'Runs, reagents and the chapters they are for',
    question: [
      'Can I find which batch a run used?',
      'Reagents keep their lot, the day they were opened and the day they expire, and the search finds them by name.',
    ],
  },
  {
    prompt: 'Beekeeping journal: hives, inspections, harvests and treatments',
    name: 'Combledger',
    tagline: 'What each colony did this year, frame by frame',
    summary:
      'Combledger keeps queens, mite counts and weights beside each inspection, so that the decision to treat or to feed stands on numbers.',
    problem: 'By August nobody knows which hive had the mites in May.',
    entities: [
      {
        name: 'queen',
        plural: 'queens',
        icon: 'star',
        view: 'table',
        description: 'Queens with their year, origin and how their daughters behave.',
        fields:
          'name:text hive_id:>hive? hatched_on:date? origin:enum(Own|Bought|Swarm) mark_colour:enum(White|Yellow|Red|Green|Blue) temper:rating',
        titles: ['Blue seven', 'Swarm from the oak', 'Daughter of green two'],
      },
      {
        name: 'mite_count',
        plural: 'mite_counts',
        icon: 'bug',
        view: 'chart',
        description: 'Mites by day and way of counting, to decide on a treatment.',
        fields:
          'title:text hive_id:>hive counted_on:date mites:integer way:enum(Board|Sugar roll|Alcohol wash)',
        titles: ['Board, three days', 'Sugar roll before harvest', 'After treatment'],
      },
      {
        name: 'feeding',
        plural: 'feedings',
        icon: 'package',
        view: 'timeline',
        description: 'What was fed, how much and why.',
        fields:
          'title:text hive_id:>hive fed_on:date litres:decimal syrup:enum(One to one|Three to two|Fondant)',
        titles: ['Autumn syrup', 'Spring boost', 'Fondant in the frost'],
      },
    ],
    flow: {
      name: 'Decide on a treatment by the mites',
      entity: 'mite_count',
      steps: [
        'Count the mites of each hive.',
        'Compare with the counts of the weeks before.',
        'Plan the treatment of those above.',
      ],
    },
    highlightsTitle: 'Queens, mites and honey of every hive',
    question: [
      'Can I follow one queen through her years?',
      'Yes. Each queen keeps her year, her origin and the hive she is in.',
    ],
  },
  {
    prompt: 'Meal planner with a shopping list for families of five',
    name: 'Fivespoons',
    tagline: 'A week of dinners that five people eat, and one list for it',
    summary:
      'Fivespoons plans dinners around who is at home and what nobody touches, and turns the week into one list by shop.',
    problem:
      'Two do not eat mushrooms, one is at practice on Thursdays, and the list is on the fridge at home.',
    entities: [
      {
        name: 'favourite_recipe',
        plural: 'favourite_recipes',
        icon: 'book-open',
        view: 'gallery',
        description: 'Dishes that work, with the time they take.',
        fields:
          'name:text cooking_time:duration? effort:enum(Quick|Normal|Sunday) photo:file? method:long_text?',
        titles: ['Lentil soup', 'Oven fish', 'Pancakes for supper'],
      },
      {
        name: 'food_dislike',
        plural: 'food_dislikes',
        icon: 'x',
        view: 'table',
        description: 'What somebody does not eat, and whether it is an allergy.',
        fields: 'food:text family_member_id:>family_member is_allergy:boolean note:long_text?',
        titles: ['Mushrooms', 'Peanuts', 'Raw onion'],
      },
    ],
    flow: {
      name: 'Keep an allergy out of the week',
      entity: 'food_dislike',
      steps: [
        'Write down what one of you must not eat.',
        'Look at it while you plan the dinners.',
        'Change the dish that has it.',
      ],
    },
    highlightsTitle: 'Dinners, dislikes and one list for the week',
    question: [
      'Can it keep allergies apart from dislikes?',
      'Yes. Each entry says whether it is an allergy, and for whom.',
    ],
  },
  {
    prompt: 'Recipe costing for food trucks',
    name: 'Platecost',
    tagline: 'What a portion really costs, before the queue forms',
    summary:
      'Platecost prices each dish by its ingredients, its packaging and what is thrown away, for trucks that change the menu with the market.',
    problem:
      'The best-selling taco is the one that loses money, and that shows at the end of the season.',
    entities: [
      {
        name: 'packaging_item',
        plural: 'packaging_items',
        icon: 'box',
        view: 'table',
        description: 'Boxes, cutlery and napkins, and what each costs.',
        fields: 'name:text unit_cost:money pack_size:integer? is_compostable:boolean',
        titles: ['Taco tray', 'Wooden fork', 'Paper bowl'],
      },
      {
        name: 'waste_entry',
        plural: 'waste_entries',
        icon: 'trash',
        view: 'chart',
        description: 'What was thrown away after a shift, and why.',
        fields:
          'title:text cost_ingredient_id:>cost_ingredient? thrown_on:date kilograms:decimal why:enum(Spoiled|Overcooked|Left over)',
        titles: ['Rice on Friday', 'Wilted herbs', 'Burnt batch'],
      },
      {
        name: 'market_day',
        plural: 'market_days',
        icon: 'calendar-days',
        view: 'calendar',
        description: 'Where the truck stands, the pitch fee and what was sold.',
        fields:
          'place:text opens_at:datetime pitch_fee:money portions_sold:integer? weather:enum(Dry|Rain|Heat)',
        titles: ['Harbour market', 'Office park', 'Street festival'],
      },
    ],
    flow: {
      name: 'Find out whether a pitch pays',
      entity: 'market_day',
      steps: [
        'Add the day with its pitch fee.',
        'Write down the portions that were sold.',
        'Compare with the cost of a portion.',
      ],
    },
    highlightsTitle: 'Dishes, waste and pitches by what they cost',
    question: [
      'Does it count packaging?',
      'Yes. Trays, forks and napkins are kept with their cost beside the ingredients.',
    ],
  },
  {
    prompt: 'Volunteer rota for an animal shelter',
    name: 'Kennelrota',
    tagline: 'Who walks, feeds and cleans, and who is trusted with which animal',
    summary:
      'Kennelrota fills shifts with volunteers who are trained for them, and keeps what they noticed about the animals.',
    problem: 'On Sunday morning six people come to walk dogs and nobody to clean the cattery.',
    entities: [
      {
        name: 'shelter_animal',
        plural: 'shelter_animals',
        icon: 'paw-print',
        view: 'gallery',
        description: 'Animals in care, and who may handle them.',
        fields:
          'name:text kind:enum(Dog|Cat|Rabbit|Other) pen:text? handling:enum(Anyone|Trained only|Staff only) photo:file? came_on:date?',
        titles: ['Biscuit', 'Old Tom', 'Clover'],
      },
      {
        name: 'training_record',
        plural: 'training_records',
        icon: 'graduation-cap',
        view: 'table',
        description: 'What a volunteer has been shown, and by whom.',
        fields: 'skill:text volunteer_id:>volunteer passed_on:date shown_by:text?',
        titles: ['Lead walking', 'Cat cleaning', 'Medication'],
      },
      {
        name: 'care_observation',
        plural: 'care_observations',
        icon: 'notebook-pen',
        view: 'timeline',
        description: 'What somebody noticed about an animal on a shift.',
        fields:
          'title:text shelter_animal_id:>shelter_animal seen_at:datetime concern:enum(None|Watch|Vet) details:long_text?',
        titles: ['Limps on the left', 'Ate everything', 'Afraid of the hose'],
      },
    ],
    flow: {
      name: 'Report a limp before it gets worse',
      entity: 'care_observation',
      steps: [
        'Pick the animal.',
        'Write down what you saw and how worried you are.',
        'Staff sort by concern.',
      ],
    },
    highlightsTitle: 'Shifts, training and the animals behind them',
    question: [
      'Can some animals be kept to trained people?',
      'Each animal says who may handle it, and each volunteer keeps what they were trained in.',
    ],
  },
  {
    prompt: 'Event RSVP page for a running club',
    name: 'Paceplan',
    tagline: 'Who runs on Saturday, how far and in which group',
    summary:
      'Paceplan collects answers to club runs with the pace group of each, so that the leaders know how many come and whom to wait for.',
    problem: 'Twenty say yes in the chat, nine come, and three of them want to run slowly.',
    entities: [
      {
        name: 'pace_group',
        plural: 'pace_groups',
        icon: 'timer',
        view: 'table',
        description: 'Groups by minutes a kilometre, each with its leader.',
        fields: 'name:text leader:text? minutes_per_km:decimal? most_runners:integer?',
        titles: ['Easy six thirty', 'Steady five thirty', 'Tempo'],
      },
      {
        name: 'run_result',
        plural: 'run_results',
        icon: 'trophy',
        view: 'chart',
        description: 'Distance and time of each who ran.',
        fields: 'runner:text event_id:>event ran_on:date kilometres:decimal time_taken:duration',
        titles: ['Ana, ten kilometres', 'Ben, five', 'Chris, half'],
      },
      {
        name: 'lift_offer',
        plural: 'lift_offers',
        icon: 'car',
        view: 'board',
        description: 'Seats in cars to runs out of town.',
        fields:
          'driver:text event_id:>event seats:integer status:enum(Open|Full|Cancelled) leaves_from:address?',
        titles: ['From the station', 'From the pool', 'From the bridge'],
      },
    ],
    flow: {
      name: 'Get a lift to a run out of town',
      entity: 'lift_offer',
      steps: [
        'A driver offers seats from a place.',
        'Runners ask for one.',
        'The offer is closed when the car is full.',
      ],
    },
    highlightsTitle: 'Runs, pace groups and lifts',
    question: [
      'Do guests need an account to answer?',
      'No. They answer on the page that you publish, and you see the answers.',
    ],
  },
  {
    prompt: 'Tournament organiser for chess clubs',
    name: 'Boardcall',
    tagline: 'Pairings, boards and results without a shout across the hall',
    summary:
      'Boardcall keeps players, rounds and games with clocks and disputes, so that the arbiter has the table when the last flag falls.',
    problem:
      'Between rounds the arbiter types results into a sheet while twenty people ask for their board.',
    entities: [
      {
        name: 'time_control',
        plural: 'time_controls',
        icon: 'clock',
        view: 'table',
        description: 'How long each side has, and what is added for a move.',
        fields:
          'name:text base_time:duration seconds_added:integer? used_for:enum(Blitz|Rapid|Classical)',
        titles: ['Rapid fifteen and ten', 'Blitz five', 'Classical ninety'],
      },
      {
        name: 'arbiter_ruling',
        plural: 'arbiter_rulings',
        icon: 'scale',
        view: 'timeline',
        description: 'Disputes at the board and what was decided.',
        fields:
          'title:text chess_game_id:>chess_game ruled_at:datetime ruling:enum(Warning|Time added|Game lost|No action) reason:long_text?',
        titles: ['Touched piece', 'Phone rang', 'Illegal move'],
      },
      {
        name: 'entry_payment',
        plural: 'entry_payments',
        icon: 'coins',
        view: 'table',
        description: 'Entry fees that players have paid.',
        fields:
          'title:text chess_player_id:>chess_player amount:money paid_on:date way:enum(Cash|Transfer)',
        titles: ['Junior entry', 'Open entry', 'Late entry'],
      },
    ],
    flow: {
      name: 'Settle a dispute at the board',
      entity: 'arbiter_ruling',
      steps: [
        'Open the game.',
        'Write down what happened and the ruling.',
        'The result follows from it.',
      ],
    },
    highlightsTitle: 'Rounds, rulings and the table',
    question: [
      'Can I note rulings?',
      'Yes. Each ruling stands with its game, the time and the reason.',
    ],
  },
  {
    prompt: 'Rehearsal planner for a community choir',
    name: 'Altoroom',
    tagline: 'Who sings what, which bars still shake, and what comes next',
    summary:
      'Altoroom plans rehearsals by the bars that need work and shows the conductor which voice will be thin on the night.',
    problem: 'The tenors are three on Tuesday, and nobody knew before the warm-up.',
    entities: [
      {
        name: 'absence_notice',
        plural: 'absence_notices',
        icon: 'flag',
        view: 'table',
        description: 'Who cannot come to which rehearsal.',
        fields:
          'title:text musician_id:>musician rehearsal_id:>rehearsal reason:enum(Ill|Away|Work|Other)',
        titles: ['Away in May', 'Late shift', 'Ill on Tuesday'],
      },
      {
        name: 'trouble_spot',
        plural: 'trouble_spots',
        icon: 'target',
        view: 'board',
        description: 'Bars that do not work yet, by voice.',
        fields:
          'bars:text repertoire_piece_id:>repertoire_piece voice:enum(Soprano|Alto|Tenor|Bass|All) status:enum(Shaky|Better|Secure) hint:long_text?',
        titles: ['Bars 40 to 52', 'The entry after the solo', 'Last page'],
      },
      {
        name: 'concert',
        plural: 'concerts',
        icon: 'ticket',
        view: 'calendar',
        description: 'Concerts with their place, dress and time to be there.',
        fields:
          'title:text starts_at:datetime place:address? dress:enum(Black|Colours|Free) be_there:time?',
        titles: ['Summer concert', 'Care home visit', 'Carols in the square'],
      },
    ],
    flow: {
      name: 'Make a shaky passage secure',
      entity: 'trouble_spot',
      steps: [
        'Note the bars and the voice.',
        'Put them into the next rehearsal.',
        'Move them on when they hold.',
      ],
    },
    highlightsTitle: 'Voices, bars and concerts in one plan',
    question: [
      'Can singers say that they cannot come?',
      'The planner keeps who is missing at which rehearsal, so that thin voices are seen before.',
    ],
  },
  {
    prompt: 'Lesson planning and progress for guitar teachers',
    name: 'Sixthstring',
    tagline: 'What each pupil plays, practises and is ready for',
    summary:
      'Sixthstring keeps songs, techniques and homework for each pupil, so that a lesson starts where the last one stopped.',
    problem: 'With thirty pupils a week nobody remembers who is still afraid of the F chord.',
    entities: [
      {
        name: 'pupil',
        plural: 'pupils',
        icon: 'user-round',
        view: 'table',
        description: 'Pupils with their goal and how they came to play.',
        fields:
          'name:text email:email? level:enum(Beginner|Improver|Advanced) goal:long_text? began_on:date?',
        titles: ['Pupil A', 'Pupil B', 'Pupil C'],
      },
      {
        name: 'practice_task',
        plural: 'practice_tasks',
        icon: 'list-checks',
        view: 'board',
        description: 'Homework until the next lesson, and how it went.',
        fields:
          'title:text pupil_id:>pupil due_on:date status:enum(Set|Practised|Solid) minutes_a_day:integer?',
        titles: ['F chord changes', 'Right-hand pattern', 'Scale in two positions'],
      },
      {
        name: 'technique',
        plural: 'techniques',
        icon: 'hammer',
        view: 'table',
        description: 'What there is to learn, in a sensible order.',
        fields: 'name:text hand:enum(Left|Right|Both) order_number:integer? exercise:long_text?',
        titles: ['Barre', 'Fingerpicking', 'Palm muting'],
      },
    ],
    flow: {
      name: 'Give homework that gets done',
      entity: 'practice_task',
      steps: [
        'Pick the pupil and what is to be practised.',
        'Say how many minutes a day.',
        'Move it on in the next lesson.',
      ],
    },
    highlightsTitle: 'Songs, techniques and homework of every pupil',
    question: [
      'Can I see what a pupil has to practise?',
      'Yes. Homework stands with the pupil, the day it is due and how it went.',
    ],
  },
  {
    prompt: 'Vocabulary trainer for people learning Welsh',
    name: 'Geirfa',
    tagline: 'Welsh words with their mutations, due on the right day',
    summary:
      'Geirfa brings each word back when it is about to be forgotten, with its plural, its mutations and a sentence that people really say.',
    problem: 'A list of words does not tell that cath becomes gath after the article.',
    entities: [
      {
        name: 'example_sentence',
        plural: 'example_sentences',
        icon: 'message-circle',
        view: 'table',
        description: 'Sentences that use a word, with what they mean.',
        fields: 'welsh:text card_id:>card english:text dialect:enum(North|South|Both)',
        titles: ['Bore da, sut mae?', 'Mae hi’n bwrw glaw', 'Dw i’n hoffi coffi'],
      },
      {
        name: 'mutation_rule',
        plural: 'mutation_rules',
        icon: 'repeat',
        view: 'table',
        description: 'Which letter becomes which, and after what.',
        fields:
          'title:text kind:enum(Soft|Nasal|Aspirate) from_letter:text? to_letter:text? explained:long_text?',
        titles: ['C to G after the article', 'P to MH after yn', 'T to TH after a'],
      },
      {
        name: 'study_session',
        plural: 'study_sessions',
        icon: 'timer',
        view: 'chart',
        description: 'Minutes and words of each session.',
        fields: 'title:text studied_on:date minutes:integer words_right:integer? mood:rating',
        titles: ['Bus to work', 'Before bed', 'Sunday hour'],
      },
    ],
    fields: { card: 'plural_form:text? gender:enum(Masculine|Feminine)' },
    flow: {
      name: 'Learn a mutation by its sentences',
      entity: 'example_sentence',
      steps: [
        'Add a sentence that uses the word.',
        'Say which dialect it is from.',
        'Read it when the card comes back.',
      ],
    },
    highlightsTitle: 'Words, mutations and sentences that come back in time',
    question: [
      'Are northern and southern words kept apart?',
      'Each sentence says which dialect it is from.',
    ],
  },
  {
    prompt: 'Climbing log for boulderers',
    name: 'Chalkmark',
    tagline: 'Problems, tries and the move that shuts you down',
    summary:
      'Chalkmark keeps every problem with its tries, the crux and the conditions, so that a project is picked up where it was left.',
    problem: 'After a month of rain nobody remembers which foot went where.',
    entities: [
      {
        name: 'boulder_project',
        plural: 'boulder_projects',
        icon: 'target',
        view: 'board',
        description: 'Problems that are not done yet, move by move.',
        fields:
          'name:text climbing_route_id:>climbing_route? status:enum(Spotted|Moves done|Linked|Sent) crux:long_text? beta_photo:file?',
        titles: ['The roof', 'Left arete', 'Slab of doubt'],
      },
      {
        name: 'finger_session',
        plural: 'finger_sessions',
        icon: 'dumbbell',
        view: 'chart',
        description: 'Hangs by edge and weight.',
        fields: 'title:text hung_on:date edge_mm:integer added_kg:decimal? felt:rating',
        titles: ['Max hangs', 'Repeaters', 'Warm-up hangs'],
      },
      {
        name: 'skin_note',
        plural: 'skin_notes',
        icon: 'heart-pulse',
        view: 'timeline',
        description: 'Splits, tweaks and days of rest.',
        fields: 'title:text noticed_on:date kind:enum(Split|Tweak|Sore|Fine) rest_days:integer?',
        titles: ['Split on the index', 'Sore elbow', 'All good'],
      },
    ],
    flow: {
      name: 'Send a project after weeks of tries',
      entity: 'boulder_project',
      steps: [
        'Write down the crux and its beta.',
        'Move it on when the moves are done.',
        'Mark it as sent.',
      ],
    },
    highlightsTitle: 'Projects, tries and tired skin',
    question: [
      'Can I keep beta for a problem?',
      'Yes. A project keeps its crux in words and a photo.',
    ],
  },
  {
    prompt: 'Membership management for a sailing club',
    name: 'Slipbook',
    tagline: 'Members, berths and duties from the first lift-in to the last',
    summary:
      'Slipbook keeps who belongs to the club, where each boat lies and who still owes a duty on the safety boat.',
    problem: 'In April the berths are given twice, and the same five people drive the safety boat.',
    entities: [
      {
        name: 'berth',
        plural: 'berths',
        icon: 'map-pin',
        view: 'board',
        description: 'Places in the harbour and on land, and whether they are free.',
        fields:
          'number:text boat_id:>boat? status:enum(Free|Held|Taken|Out of use) longest_metres:decimal? draught_metres:decimal?',
        titles: ['A1', 'B7', 'Land 12'],
      },
      {
        name: 'club_duty',
        plural: 'club_duties',
        icon: 'list-checks',
        view: 'calendar',
        description: 'Who drives the safety boat, opens the bar or starts the race.',
        fields:
          'title:text member_id:>member on_day:date duty:enum(Safety boat|Race start|Bar|Slipway) is_done:boolean',
        titles: ['Safety boat, May', 'Race start, June', 'Bar on Friday'],
      },
      {
        name: 'qualification',
        plural: 'qualifications',
        icon: 'badge-check',
        view: 'table',
        description: 'Licences and certificates of members, and until when they hold.',
        fields:
          'title:text member_id:>member valid_until:date? level:enum(Dinghy|Powerboat|Instructor)',
        titles: ['Powerboat two', 'Dinghy instructor', 'First aid afloat'],
      },
    ],
    flow: {
      name: 'Share out the safety boat fairly',
      entity: 'club_duty',
      steps: ['Add a duty for a day.', 'Pick a member who has the licence.', 'Mark it as done.'],
    },
    highlightsTitle: 'Members, berths and duties of the season',
    question: [
      'Can I see which berths are free?',
      'Yes. Berths are on a board by whether they are free, held or taken.',
    ],
  },
  {
    prompt: 'Fuel and service records for classic cars',
    name: 'Chokebook',
    tagline: 'Litres, services and parts that no dealer has any more',
    summary:
      'Chokebook keeps what a car drank, what was done to it and where the part came from, for those who will ask in ten years.',
    problem:
      'The receipt for the rebuilt carburettor is in a folder, and the folder went with the last garage.',
    entities: [
      {
        name: 'parts_source',
        plural: 'parts_sources',
        icon: 'store',
        view: 'table',
        description: 'Dealers, clubs and breakers that have had the right part before.',
        fields:
          'name:text kind:enum(Dealer|Club|Breaker|Private) speciality:text? website:url? notes:long_text?',
        titles: ['Carburettor specialist', 'Owners club stall', 'Breaker in the valley'],
      },
      {
        name: 'road_trip',
        plural: 'road_trips',
        icon: 'route',
        view: 'timeline',
        description: 'Longer drives and how the car took them.',
        fields:
          'title:text owned_car_id:>owned_car drove_on:date kilometres:integer? trouble:enum(None|Small|Towed) story:long_text?',
        titles: ['Over the pass', 'Coast run', 'Club meeting'],
      },
      {
        name: 'insurance_valuation',
        plural: 'insurance_valuations',
        icon: 'shield-check',
        view: 'table',
        description: 'What the car was valued at, when and by whom.',
        fields: 'title:text owned_car_id:>owned_car valued_on:date value:money file:file?',
        titles: ['First valuation', 'After restoration', 'Renewal'],
      },
    ],
    flow: {
      name: 'Find the part that fitted last time',
      entity: 'parts_source',
      steps: [
        'Search the sources by what they are good at.',
        'Write down the part and its number.',
        'Keep the price for the next one.',
      ],
    },
    highlightsTitle: 'What it drank, what it needed and who had the part',
    question: [
      'Can I keep valuations?',
      'Yes. Each valuation keeps the day, the value and the paper as a file.',
    ],
  },
  {
    prompt: 'Dry cleaning orders with pickup dates',
    name: 'Pressline',
    tagline: 'Every garment on its rail, and every order on its day',
    summary:
      'Pressline follows garments from the counter to the rail, with stains that were seen before, so that nobody argues about them after.',
    problem: 'The bride comes on Friday, and her dress hangs behind forty shirts.',
    entities: [
      {
        name: 'stain_note',
        plural: 'stain_notes',
        icon: 'search',
        view: 'timeline',
        description: 'Marks that were seen when the garment came in.',
        fields:
          'title:text garment_id:>garment seen_on:date kind:enum(Grease|Wine|Ink|Unknown) photo:file? customer_knows:boolean',
        titles: ['Wine on the cuff', 'Old ink', 'Grease at the hem'],
      },
      {
        name: 'delivery_round',
        plural: 'delivery_rounds',
        icon: 'truck',
        view: 'calendar',
        description: 'Orders that are brought to the door, by day.',
        fields: 'title:text leaves_at:datetime driver:text? area:text? stops:integer?',
        titles: ['Thursday north', 'Hotel round', 'Saturday'],
      },
      {
        name: 'machine_load',
        plural: 'machine_loads',
        icon: 'refresh-cw',
        view: 'board',
        description: 'What is in which machine, and what comes next.',
        fields:
          'title:text machine:enum(Dry one|Dry two|Wet) status:enum(Waiting|Running|Pressing|Done) started_at:datetime?',
        titles: ['Dark suits', 'Silks', 'Shirts'],
      },
    ],
    flow: {
      name: 'Note a stain before it is an argument',
      entity: 'stain_note',
      steps: [
        'Look at the garment with the customer.',
        'Write down the mark and take a photo.',
        'Say that the customer knows.',
      ],
    },
    highlightsTitle: 'Garments, stains and the rail they hang on',
    question: [
      'Can I show that a stain was there before?',
      'Yes. Notes keep the day, the kind, a photo and whether the customer knows.',
    ],
  },
  {
    prompt: 'Chores that rotate between housemates',
    name: 'Turnhouse',
    tagline: 'Whose turn it is, and whose it was when it was not done',
    summary:
      'Turnhouse passes chores on in a fair order, keeps swaps and says what the house has bought together.',
    problem:
      'Everybody remembers the bins that they took out, and nobody the ones that they forgot.',
    entities: [
      {
        name: 'chore_swap',
        plural: 'chore_swaps',
        icon: 'repeat',
        view: 'board',
        description: 'Who takes over from whom, and whether it was agreed.',
        fields:
          'title:text chore_id:>chore member_id:>member status:enum(Asked|Agreed|Declined) until_day:date?',
        titles: ['Bins in exam week', 'Kitchen for bathroom', 'Weekend away'],
      },
      {
        name: 'house_supply',
        plural: 'house_supplies',
        icon: 'shopping-cart',
        view: 'table',
        description: 'Bin bags and soap: what is left and who bought it last.',
        fields: 'name:text left_over:integer buy_at:integer? bought_by:text? price:money?',
        titles: ['Bin bags', 'Washing-up liquid', 'Light bulbs'],
      },
      {
        name: 'house_rule',
        plural: 'house_rules',
        icon: 'file-text',
        view: 'table',
        description: 'What was agreed at the kitchen table, and when.',
        fields: 'title:text agreed_on:date why:long_text? is_kept:boolean',
        titles: ['Shoes off', 'Quiet after eleven', 'Guests stay three nights'],
      },
    ],
    flow: {
      name: 'Swap a chore in a busy week',
      entity: 'chore_swap',
      steps: [
        'Ask for a swap and say until when.',
        'Another one agrees.',
        'The turn goes on from there.',
      ],
    },
    highlightsTitle: 'Turns, swaps and what the house has agreed',
    question: [
      'What if I am away?',
      'Ask for a swap with the day until which it holds; it stands on the board until somebody agrees.',
    ],
  },
  {
    prompt: 'Wedding guests, tables and suppliers',
    name: 'Aislebook',
    tagline: 'Guests who have answered, tables that work and suppliers who come on time',
    summary:
      'Aislebook keeps answers, diets and seats beside what each supplier was promised, so that the last week is for other things.',
    problem:
      'Aunt Vera has answered twice, the florist thinks it is Saturday, and table six has eleven chairs.',
    entities: [
      {
        name: 'seating_wish',
        plural: 'seating_wishes',
        icon: 'heart',
        view: 'board',
        description: 'Who should sit with whom, and who never.',
        fields:
          'title:text table_id:>table? kind:enum(Together|Apart|Near the door) status:enum(Open|Seated|Impossible)',
        titles: ['Cousins together', 'Exes apart', 'Grandparents near the door'],
      },
      {
        name: 'supplier_payment',
        plural: 'supplier_payments',
        icon: 'wallet',
        view: 'calendar',
        description: 'Deposits and balances, each with its day.',
        fields: 'title:text supplier_id:>supplier amount:money due_on:date is_paid:boolean',
        titles: ['Florist deposit', 'Band balance', 'Cake'],
      },
      {
        name: 'day_schedule_item',
        plural: 'day_schedule_items',
        icon: 'clock',
        view: 'timeline',
        description: 'The day minute by minute, and who is responsible.',
        fields: 'title:text starts_at:datetime minutes:duration? responsible:text? place:text?',
        titles: ['Hair', 'Photos by the lake', 'First dance'],
      },
    ],
    flow: {
      name: 'Seat two families without a quarrel',
      entity: 'seating_wish',
      steps: [
        'Write down who belongs together and who does not.',
        'Give each wish a table.',
        'Mark it as seated.',
      ],
    },
    highlightsTitle: 'Guests, seats and the day itself',
    question: [
      'Can I keep who must not sit together?',
      'Yes. Wishes say together, apart or near the door, and whether they are seated.',
    ],
  },
];
