/** Words without a subject. They are dropped before anything is searched. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after again all also am an and any anyone anything are around as at be because been
  before being below between both but by can cannot could did do does doing down during each either else
  ever every everyone everything few for from further had has have having he her here him his how i if in into
  is it its itself just let lets like made many may me might more most much must my near never nobody no
  nor not now of off often on once one only onto or other others our out over own per please rather really
  s same say she should since so some someone something soon still such t than that the their them then
  there these they this those through to together too toward under until up upon us very via want wants was
  we well were what when where whether which while who whom whose why will with within without would you
  your instead get gets getting got go goes going keep keeps keeping need needs needed needing`.split(
    /\s+/u,
  ),
);

/**
 * Words that frame an idea and do not name its subject. They never match alone, only as part of a phrase
 * such as "app builder".
 */
export const frameWords: ReadonlySet<string> = new Set(
  `ai app apps application applications tool tools platform platforms software website websites site web
  system systems service services solution solutions product products startup startups idea ideas saas
  online digital simple simpler easy easier easily smart new best better good great modern fast faster quick
  quickly automatic automatically automated automate powered based driven first friendly free open source
  help helps helping make makes making use uses using used user users people person thing things build
  builds building builder create creates creating way ways works work working business businesses company
  companies team teams small large big local personal custom full generate generates generating manage
  manages managing manager management track tracks tracking tracker plan plans planning planner find finds
  finding offer offers provide provides handle handles share shares sharing show shows run runs running
  assistant agent agents copilot engine hub portal dashboard suite mobile offline private secure hosted self
  day daily week weekly month year hour minute time life world home place real part kind type set list lists
  number data information content page pages link links line lines alternative clone version data-driven
  save saves saving improve send sends sending organize organizes organizing add adds connect connects
  connecting give gives take takes allow allows enable enables support supports turn turns bring brings
  learn learns start starts choose chooses based independent busy affordable cheap cheaper remote`.split(
    /\s+/u,
  ),
);
