/** Words of English product sentences that name no thing of the product. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

export const functionWords = words(`
a an the this that these those my your our their his her its it i we you they he she them us me mine ours yours who whom whose which what
where when why how of for to in on at by with without from into onto over under about as than then through between
across among around before after during against per via within near and or but nor so if because while until unless
is are was were be been being am do does did done have has had having can could will would shall should may might
must not no yes all any each every both some many much more most few less least other another such same own only
just also too very really quite there here up down out off again once ever never always often one two three there's
it's that's i'd i'm we're you're they're don't doesn't can't won't like vs versus etc eg ie e.g i.e please want need wants needs
fed today yesterday tomorrow tonight given paid handed done shared based made kept taken sent
max min maximum minimum due offline drop others
myself yourself himself herself itself ourselves yourselves themselves oneself yet glance anyway also instead together between
euro euros dollar dollars usd eur gbp
one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred thousand dozen couple few several half
whether unless except including plus even still ago later earlier soon already almost enough quickly easily simply
`);

/** Verbs of intent: what the person wants to do, not what it is done with. */
export const actionVerbs = words(`
track tracks tracking manage manages managing management help helps helping let lets letting allow allows enable enables plan plans planning
organise organises organize organizes organizing find finds finding share shares sharing create creates creating make makes making build builds building
get gets getting give gives keep keeps keeping send sends sending see sees show shows run runs running use uses using
buy buys buying sell sells selling rent rents renting swap swaps trade trades match matches matching connect connects connecting automate automates
book books collect collects collecting store stores save saves saving learn learns teach teaches write writes writing read reads
remind reminds log logs logging record records recording monitor monitors measure measures count counts compare compares discover discovers
hire hires improve improves reduce reduces increase simplify simplifies handle handles start starts offer offers order orders
split splits pay pays host hosts post posts publish publishes review reviews rate rates vote votes work works working know knows
schedule schedules assign assigns invite invites join joins meet meets upload uploads download downloads search searches launch sync syncs
generate generates turn turns take takes add adds edit view views set sets do call called named check checks look looking bring brings
stop avoid triage triages summarise summarises summarize summarizes categorise categorises categorize categorizes classify classifies extract extracts draft drafts reply replies forget forgets remember remembers predict predicts recommend recommends suggest suggests teach supports supporting replace replaces provide provides deliver delivers optimise optimize say says tell tells based driven powered works
`);

/** Generic words that mean something when another noun stands before them: "garden tools" are things. */
export const genericAlone = words(
  'tool tools item items thing things place places list lists page pages data file files time times day days team teams life world business company information',
);

/** Nouns that say "product" or "people" and nothing about which. */
export const genericNouns = words(`
app apps application applications platform platforms tool tools software product products service services system systems solution solutions website websites
site sites web webapp saas startup startups marketplace directory portal dashboard mvp idea thing things stuff way ways kind sort type types
people person user users someone anyone everyone everybody business businesses company companies team teams world life day days time times
support week weeks month months year years hour hours minute minutes lot lots place places online mobile phone data information info detail details
ai ml llm gpt machine intelligence artificial assistant agent copilot automation uber airbnb netflix tinder amazon spotify shopify notion slack linkedin facebook instagram tiktok twitter trello
manager managers tracker trackers planner planners scheduler schedulers organizer organiser helper builder generator finder app's home
list lists page pages list's link links feature features version basis end case cases problem problems
`);

/** Nouns for what things are kept in: "sermon archive" is about sermons. */
export const containerNouns = words(`
list rota roster archive log logbook register registry catalogue catalog map board tree queue collection library directory diary journal tracker planner
database index inventory notebook book record calendar schedule album portfolio checklist backlog vault bank wall roster sheet spreadsheet history
`);

export const emptyAdjectives = words(`
simple easy new best better good great modern small big large smart fast quick free cheap beautiful powerful awesome local global digital virtual
single multiple different various full complete personal private public automatic automated daily weekly monthly yearly annual real busy
organic classic primary secondary natural beta regular professional amateur independent remote young old great tiny next last first second open free-form lightweight friendly nice minimal powerful cool high low top
`);

const groups = words(`
agencies agency clinics clinic schools school shops shop salons salon families family couples kids kid children gyms gym restaurants restaurant
churches church nonprofits nonprofit charities charity labs lab farms farm clubs club studios studio startups stores store cafes cafe bakeries bakery
firms firm households household hospitals hospital hotels hotel universities university colleges college communities community congregations parishes
leagues bands choirs orchestras theatres theaters museums libraries breweries wineries vineyards nurseries daycares offices practices garages workshops
crews landlords parents students people teams smbs moms mums dads seniors women men teens adults pros freelancers nomads expats
agents agent residents clients patients customers tenants athletes mom mum dad mother father grandmother grandfather grandma grandpa couriers lawyers attorneys accountants physicians therapists roommates flatmates housemates friends neighbours neighbors owners lovers fans enthusiasts hobbyists folks guides chefs nurses vets coaches
`);

const roleEnding =
  /(?:er|or|ist|ian|ant|eur|yst|ee|man|woman|smith|wright|keeper|maker|holder)s?$/u;
const notRoles = words(
  'number numbers order orders paper papers letter letters poster posters offer offers sensor sensors container containers flower flowers dinner dinners reminder reminders register registers water weather summer winter center centre folder folders timer timers computer computers printer printers sticker stickers calculator calculators color floor door doors plant plants restaurant tree trees fee fees coffee committee guarantee starter starters',
);

const organisations = words(`
department departments council councils canteen canteens bank banks marina marinas makerspace makerspaces workshop workshops hostel hostels
village villages hall halls society societies association associations federation institute institutes laboratory laboratories
shelter shelters reserve reserves dojo dojos academy academies kitchen kitchens warehouse warehouses saas pub pubs bar bars
truck trucks brand brands retailer retailers wholesaler factory factories plant festival festivals zoo zoos archive archives
municipality municipalities ministry parish charity coop cooperative cooperatives co-op co-ops coworking fleet practice
observatory observatories opera operas cottage cottages
hotel hotels spa spas office group groups vineyard vineyards dealership dealerships garage garages kennel kennels stable stables
`);

/** Whether a noun phrase names an organisation or the place of one: where a product can be used. */
export function namesOrganisation(noun: string): boolean {
  const word = noun.toLowerCase().split(/\s+/u).at(-1) ?? '';
  return organisations.has(word) || groups.has(word);
}

/** Whether a noun names people or a group of them: who a product can be for. */
export function namesPeople(noun: string): boolean {
  const word = noun.toLowerCase().split(/\s+/u).at(-1) ?? '';
  return groups.has(word) || (roleEnding.test(word) && word.length > 4 && !notRoles.has(word));
}
