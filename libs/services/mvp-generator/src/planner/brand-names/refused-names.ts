/** Names and name-giving words of well-known products that two plain words can make by chance. */
export const knownBrands: ReadonlySet<string> = new Set(
  `airbase airbnb airtable allrecipes anchor asana barkbox basecamp bench benchling billbee bitbucket blackboard
  bluebell bluehost bookbub booksy bookwhen brewfather buildertrend calendly canny carfax cellartracker chairlift
  clearbit clickup cliniko clockify clubhouse coinbase cornershop craftbase cratejoy crunchbase dashlane deputy
  discogs doodle dropbox evernote eventbrite facebook farmbrite farmlogs fieldpulse fieldwire fishbrain fivestars
  flatpay fleetio freshbooks freshdesk fuelly gearbox github gitbook gofundme goodreads greenhouse gumroad harvest
  hingehealth hipcamp hivetracks homeaway homebase hotjar housecall instacart jobber justpark kickstarter
  kitchenaid labguru leafly linkedin linktree mailbox mailchimp mangomint meetup mindbody mindmeister monday
  notion opentable pagerduty parkmobile pathmatics paypal petfinder photoshop pingdom pinterest pipedrive
  pitchbook plantsnap playbook ravelry redfin ringcentral rover runkeeper salesforce seatgeek seedrs sharetribe
  shiftboard shopify sitepoint skillshare slack snapfish soundcloud splitwise stackshare statuspage stitchfix
  storygraph strava stripe surveymonkey swarm tallyforms taskrabbit teamtailor ticketleap ticketmaster tidelift
  timetree toolstation tradegecko trello tripadvisor tripit turnstyle typeform uber untappd venmo vimeo vivino
  voicemail wagwalking webflow whatsapp wikipedia workable workday yelp youtube zapier zendesk zillow
  homestead travelstead cloudflare rackspace lightroom bookshelf hivemind playstation roomkey penpot dailybot
  loop ringbell wavebox keepass keybase lastpass renttherunway vaultstone leasebook trackstone brightwheel
  lonelyplanet fieldstone sketchbook quickbooks harborfreight copperfield northface patreon bandcamp songkick
  pennymac stagecoach coachella gobrooks oakley timberland timberlane timberland rockford greenstone ironstone
  pageloft inkhouse inkwell penguin budgetbakers pennywise seedstars cowbell kindle lanternhealth tidal
  clearpath mailgun firebase ember emberlight heroku pixelmator supercell rosetta duolingo quizlet anki
  chatbooks flatshare voicevote flocknote shipstone memocard kitestring timeclock billyard readline crustrack spotify calm headspace petco petsmart bookmate`.split(
    /\s+/u,
  ),
);

/** Letters that must not come about where two words meet. */
export const unfortunate =
  /anal|anus|arse|ass|bitch|boob|clit|cock|coon|crap|cum|cunt|damn|dick|die|dumb|dyke|fag|fart|fuck|hell|homo|hore|jerk|kike|kill|kkk|nazi|nig|nude|paki|pee|penis|piss|poo|porn|pube|rape|rat|scam|sex|shit|slut|spic|spit|suck|tard|thot|tit|turd|twat|ugly|vomit|wank|whore/u;

/** Words of sentences that are true there and wrong in a name. */
export const graveWords: ReadonlySet<string> = new Set(
  `alcohol blood bomb cancer corpse crime death debt disease drug enemy fire funeral grave gun illness kill murder nappy
  pain poison prison rape sex shame sin slave symptom tumor tumour victim war waste weapon wound`.split(
    /\s+/u,
  ),
);
