import type { Catalogue } from './codes.ts';

/** The English texts. */
export const en: Catalogue = {
  problems: {
    'request.invalid': {
      title: 'Invalid request',
      detail: 'Some information is missing or not valid. The fields concerned are listed.',
    },
    'request.unauthenticated': { title: 'Sign-in needed', detail: 'Sign in to continue.' },
    'request.forbidden': {
      title: 'Missing right',
      detail: 'You do not have the right needed for this action.',
    },
    'request.notFound': {
      title: 'Not found',
      detail: 'This item does not exist or lies outside your perimeter.',
    },
    'request.methodNotAllowed': {
      title: 'Action not available',
      detail: 'This address does not take this action.',
    },
    'request.tooLarge': {
      title: 'Request too large',
      detail: 'The request is larger than what is accepted.',
    },
    'request.unsupportedType': { title: 'Format not accepted', detail: 'The content must be sent as JSON.' },
    'option.state': {
      title: 'Action impossible in this state',
      detail: 'Possible only while {verb:when}.',
    },
    'stock.insufficient': {
      title: 'Not enough seats',
      detail: 'There are not enough seats left for this request. Nothing was changed.',
    },
    'record.inUse': { title: 'Item in use', detail: 'This item is in use: this change is not possible.' },
    'record.duplicate': {
      title: 'Item already exists',
      detail: 'An item with the same code or name already exists.',
    },
    'record.version': {
      title: 'Changed meanwhile',
      detail: 'This item was changed after you opened it. Reload it and try again.',
    },
    'record.versionRequired': {
      title: 'Version needed',
      detail: 'Give the version of the item in the If-Match header.',
    },
    'authorisation.refused': {
      title: 'Not authorised by the rules',
      detail: 'The rules in force refuse this action. The reasons are listed.',
    },
    'authorisation.warned': {
      title: 'Confirmation needed',
      detail: 'The rules in force warn before this action. Confirm it and give a reason.',
    },
    'rules.state': {
      title: 'Not possible in this state',
      detail: 'A published version never changes, and only one whose impact is computed is published.',
    },
    'rules.impactMissing': {
      title: 'Impact to be computed',
      detail:
        'Compute the impact of this version as it stands, against the rules in force, before publishing it.',
    },
    'rules.secondPerson': {
      title: 'Another person must publish',
      detail: 'Your organisation asks that whoever publishes rules is not the one who wrote them.',
    },
    'rules.empty': {
      title: 'Nothing to undo',
      detail: 'No version of the rules is in force.',
    },
    'performance.past': {
      title: 'Performance past',
      detail: 'The performance started on {startsAt:instant}: this action is no longer possible.',
    },
    'price.missing': {
      title: 'Price missing',
      detail: 'No price in the grid of this performance fits the line. Choose an audience subcategory.',
    },
    'twin.itself': { title: 'Same option', detail: 'An option cannot be its own twin.' },
    'twin.taken': {
      title: 'Already a twin',
      detail: 'One of the two options has a twin already. Separate them first.',
    },
    'motive.required': { title: 'Reason needed', detail: 'Give the reason for this action.' },
    'deadline.agreedPast': {
      title: 'Due date past',
      detail: 'The agreed due date, {agreedAt:instant}, is already past.',
    },
    'deadline.agreedAfterPerformance': {
      title: 'Due date too late',
      detail:
        'The agreed due date, {agreedAt:instant}, is after the start of the performance, {startsAt:instant}.',
    },
    'contingent.notForChannel': {
      title: 'Contingent not available',
      detail: 'The sales channel does not draw from this contingent.',
    },
    'contingent.none': {
      title: 'No contingent',
      detail: 'The sales channel has no contingent for this performance and seat category.',
    },
    'order.inBasket': {
      title: 'Order in a basket',
      detail:
        'This order is being resumed in a basket, opened by {openedBy}. It is free again when the basket is paid or abandoned, on {abandonAt:instant} at the latest.',
    },
    'order.nothingToPay': {
      title: 'Nothing to pay',
      detail: 'Order {number} has no validated or firm option that is still to be paid.',
    },
    'basket.paid': {
      title: 'Basket already paid',
      detail: '{endedBy} wrote down the payment of this basket on {endedAt:instant}. Nothing was changed.',
    },
    'basket.abandoned': {
      title: 'Basket abandoned',
      detail:
        'This basket was abandoned by {endedBy} on {endedAt:instant}: its options are validated or firm as before. Resume the order anew.',
    },
    'basket.empty': {
      title: 'Basket empty',
      detail: 'No option is left in this basket. Abandon it.',
    },
    'payment.whole': {
      title: 'Paid whole',
      detail: 'Option {number} is on a product: it is paid whole, or not at all.',
    },
    'order.insured': {
      title: 'Insured order',
      detail: 'This order is insured: a part of it is not given back. Keep the rest in the order.',
    },
    'payment.amount': {
      title: 'Amount not right',
      detail: 'What is sold comes to {due:money}, not {given:money}. Change the amount, or what is paid.',
    },
    'file.closed': {
      title: 'File closed',
      detail: 'Nothing of file {number} is to be paid any more. Choose an open file, or a new one.',
    },
    'file.otherContact': {
      title: 'File of another contact',
      detail: 'A file gathers the orders of one contact. Choose a file of the contact of the option.',
    },
    'channel.none': {
      title: 'No sales channel',
      detail: 'The organisation of this performance has no sales channel for operators.',
    },
    'letter.state': {
      title: 'Sending impossible',
      detail: 'This letter cannot be sent again in its present state.',
    },
    'idempotency.mismatch': {
      title: 'Key already used',
      detail: 'This idempotency key was already used for another request.',
    },
    'idempotency.inFlight': {
      title: 'Request in progress',
      detail: 'The same request is being carried out. Try again in a moment.',
    },
    'list.range': {
      title: 'Range refused',
      detail:
        'A list gives at most {maximum} {maximum?row|rows} at a time, up to row {reach}. Go on from there with the cursor.',
    },
    'list.filter': {
      title: 'Unknown filter',
      detail: 'The filter “{field}” does not exist or its value is not valid.',
    },
    'list.sort': { title: 'Unknown sort', detail: 'The list cannot be sorted by “{field}”.' },
    'rate.limited': {
      title: 'Too many attempts',
      detail: 'Too many attempts. Try again in {seconds} {seconds?second|seconds}.',
    },
    'export.busy': {
      title: 'Exports under way',
      detail: 'Other exports are under way. Try again in {seconds} {seconds?second|seconds}.',
    },
    'session.signIn': { title: 'Sign-in refused', detail: 'Wrong e-mail address or password.' },
    'issuer.unavailable': {
      title: 'Sign-in service out of reach',
      detail:
        'The service that checks who you are does not answer. Try again, or sign in with your password.',
    },
    'issuer.refused': {
      title: 'Sign-in not verified',
      detail: 'The answer of the sign-in service could not be verified. Start signing in again.',
    },
    'issuer.unknown': {
      title: 'Unknown account',
      detail: 'No active operator account matches. Ask an administrator for one.',
    },
    'issuer.noRole': {
      title: 'No role',
      detail: 'Your groups give you no role in Placet. Ask an administrator for one.',
    },
    'issuer.emailMissing': {
      title: 'E-mail address missing',
      detail: 'The sign-in service gives no verified e-mail address: the account cannot be made.',
    },
    'issuer.emailTaken': {
      title: 'E-mail address in use',
      detail:
        'There is an account with this address already. Sign in with your password, then link it in the security of your account.',
    },
    'issuer.linkedElsewhere': {
      title: 'Identity linked already',
      detail: 'This identity is linked to another operator account.',
    },
    'session.stepGone': {
      title: 'Sign in again',
      detail: 'The second step was not done in time. Start signing in again.',
    },
    'session.confirm': {
      title: 'Password needed',
      detail: 'You signed in more than a quarter of an hour ago: confirm your password.',
    },
    'session.password': { title: 'Wrong password', detail: 'This is not the password of your account.' },
    'secondFactor.code': {
      title: 'Code refused',
      detail: 'This code is wrong, has expired or was used already. Wait for the next one.',
    },
    'secondFactor.none': {
      title: 'No second factor',
      detail: 'This account has no second factor, or its enrolment was not begun.',
    },
    'secondFactor.enrolled': {
      title: 'Second factor in place',
      detail: 'This account has a second factor already. Remove it before you enrol another.',
    },
    'secondFactor.required': {
      title: 'Second factor required',
      detail: 'A role of this account requires a second factor: it cannot be removed.',
    },
    'secondFactor.sealed': {
      title: 'Second factor unreadable',
      detail: 'The key of the server has changed. Ask an administrator to reset your second factor.',
    },
    'session.csrf': {
      title: 'Request of unknown origin',
      detail: 'The header X-Requested-With: placet is needed to change data.',
    },
    'bulk.tooMany': {
      title: 'Selection too large',
      detail: 'A bulk action takes at most {max} options. Make the selection smaller.',
    },
    'placement.busy': {
      title: 'Proposals under way',
      detail: 'Other lists are being worked out. Try again in {seconds} {seconds?second|seconds}.',
    },
    'placement.tooLong': {
      title: 'Took too long',
      detail:
        'The proposal is not ready after {seconds} {seconds?second|seconds}. Nothing is placed; make the selection smaller.',
    },
    'contact.acceptance': {
      title: 'The acceptance cannot be changed this way',
      detail: 'The acceptance of this structure does not allow this action. Reload the page.',
    },
    'access.link': {
      title: 'This link opens nothing any more',
      detail: 'It has been used already, or more than 30 minutes have passed. Ask for a new one.',
    },
    'access.notPossible': {
      title: 'The access link cannot be sent',
      detail: 'This contact cannot come into their online space.',
    },
    'option.treated': {
      title: 'The request is being handled already',
      detail:
        'Your request is being handled: it can no longer be changed or withdrawn online. Please contact us.',
    },
    'online.refused': {
      title: 'This request is not possible',
      detail: 'Your request was not submitted.',
    },
    'import.unreadable': {
      title: 'Unreadable file',
      detail: 'This file is neither an XLSX workbook nor a readable CSV file. Save it again as XLSX or CSV.',
    },
    'import.empty': {
      title: 'Empty file',
      detail: 'This file has no row below its row of titles.',
    },
    'import.tooLarge': {
      title: 'File too large',
      detail: 'This file, or what it holds once unpacked, is larger than accepted. Split it.',
    },
    'import.tooManyRows': {
      title: 'Too many rows',
      detail: 'An import takes at most {max} rows. Split the file.',
    },
    'import.mapping': {
      title: 'Columns to check',
      detail: 'Say which column holds the name, and name each field only once.',
    },
    'import.contingentColumns': {
      title: 'Columns to check',
      detail:
        'The file must have one column Event, Date, Time and Contingent, and Capacity or Seat, each only once.',
    },
    'plan.unreadable': {
      title: 'Unreadable plan',
      detail: 'This file is no seat plan in JSON: it stops being readable at line {line}, column {column}.',
    },
    'plan.tooLarge': { title: 'Plan too large', detail: 'A file of a plan has at most {megabytes} MB.' },
    'plan.tooDeep': {
      title: 'Unreadable plan',
      detail: 'This file nests more than {max} levels: it is no seat plan.',
    },
    'plan.tooManySeats': {
      title: 'Too many seats',
      detail: 'A plan has at most {max} seats. Nothing was imported.',
    },
    'plan.invalid': {
      title: 'Plan to correct',
      detail: 'Faults found: {count} (at most {max} are told). Nothing was imported.',
    },
    'configuration.empty': {
      title: 'Configuration without seats',
      detail: 'Give a category at least one seat before the configuration is made valid.',
    },
    'performance.state': {
      title: 'Performance cancelled',
      detail:
        'The performance is cancelled, which cannot be undone: it is neither reopened nor changed any more.',
    },
    'performance.previewStale': {
      title: 'Preview out of date',
      detail:
        'Options of the performance have changed since the preview. Nothing was done: please read the new preview.',
    },
    'configuration.unfit': {
      title: 'Options without a place',
      detail:
        'Options that find no place in the configuration: {count}. Nothing was done: take their placement back, or choose another configuration.',
    },
    'configuration.promisedUnfit': {
      title: 'Promised seats without a place',
      detail:
        'Seats validated, paid or sold elsewhere that do not fit the configuration: {count}. They are never taken back by themselves: nothing was done.',
    },
    'configuration.promisedMoves': {
      title: 'Validated options to be reseated',
      detail:
        'Validated or paid options whose seats would change: {count}. Nothing was done: accept it, or choose another configuration.',
    },
    'performance.notNumbered': {
      title: 'Performance without a seat map',
      detail: 'The performance has no numbered configuration: it has no seats to open.',
    },
    'seats.open': {
      title: 'Seats already open',
      detail: 'The seats of this performance are open already. Nothing was changed.',
    },
    'stock.numbered': {
      title: 'Numbered performance',
      detail: 'The capacities of a numbered performance are those of its seats: they are not typed.',
    },
    'sale.recorded': {
      title: 'Sale already recorded',
      detail:
        'The sale {reference} of {seller} is recorded for this performance already. Nothing was changed.',
    },
    'sale.cancelled': {
      title: 'Sale already cancelled',
      detail: 'This external sale was cancelled already. Nothing was changed.',
    },
    'template.refused': {
      title: 'Template not applied',
      detail: 'Nothing was changed on this performance.',
    },
    'release.takenBack': {
      title: 'Release taken back already',
      detail: 'This release was taken back already: that is done once only.',
    },
    'release.nothingFree': {
      title: 'Nothing left to take back',
      detail: 'None of the released places is still free.',
    },
    'verb.notBuilt': {
      title: 'Action not supported',
      detail: 'The action “{verb:verb}” is not possible yet.',
    },
    'mail.held': {
      title: 'Mail held',
      detail: 'The database seems older than the mail already sent. Nothing leaves before a person says so.',
    },
    'text.state': {
      title: 'Not possible in this state',
      detail: 'Only a draft is written, deleted or published; only the text in force is taken back.',
    },
    'preview.busy': {
      title: 'Previews under way',
      detail: 'Other previews are being made. Try again in {seconds} seconds.',
    },
    'server.unavailable': {
      title: 'Service unavailable',
      detail: 'The service does not answer at the moment. Try again shortly.',
    },
    'server.error': {
      title: 'Unexpected error',
      detail: 'An unexpected error occurred. Nothing was changed.',
    },
  },
  reasons: {
    'order.locked': 'The order of this option is being resumed in a basket.',
    'order.counterOperation': 'An option that is paid is cancelled by a counter-operation on its order.',
    'performance.ahead': 'The performance has not taken place yet: it starts on {startsAt:instant}.',
    'season.notOpen': 'The season “{season}” is not open.',
    'activity.optionsNotAllowed': 'The activity “{activity}” does not allow seat options.',
    'season.productOptionsNotAllowed': 'The season “{season}” does not allow product options.',
    'seatCategory.optionsNotAllowed': 'The seat category “{seatCategory}” does not allow options.',
    'performance.cancelled': 'The performance of {startsAt:instant} is cancelled.',
    'performance.notOpen': 'The performance of {startsAt:instant} is not open to options.',
    'structure.pending': 'The structure “{structure}” has not been accepted yet.',
    'structure.refused': 'The structure “{structure}” was refused.',
    'structure.suspended': 'The structure “{structure}” is suspended.',
    'profile.none': 'The channel “{channel}” has no option profile in force.',
    'profile.notCovered':
      'No option profile of the channel “{channel}” covers the category “{seatCategory}” at the performance of {startsAt:instant}.',
    'profile.minimum':
      'Category “{seatCategory}”: at least {minimum} {minimum?place|places} per request; this one has {asked}.',
    'limitation.option':
      'Contacts of type “{collectivityType}” may have {limit} {limit?place|places} per option; this one has {asked}[ (possible: {passing} at most)].',
    'limitation.performance':
      'Contacts of type “{collectivityType}” may hold {limit} {limit?place|places} per performance; at that of {startsAt:instant} this contact holds {held}[, awaits an answer for {requested}] and asks for {asked}[ (possible: {passing} at most)].',
    'limitation.season':
      'Contacts of type “{collectivityType}” may hold {limit} {limit?place|places} per season; in “{season}” this contact holds {held}[, awaits an answer for {requested}] and asks for {asked}[ (possible: {passing} at most)].',
    'deadline.collides':
      'The minimum notice of {noticeHours} {noticeHours?hour|hours} runs past the start of the performance.',
    'authorisation.rule': '{text:told}',
    'authorisation.engine': 'The rules could not be evaluated; to be safe the answer is no.',
    'stock.line': 'Category “{seatCategory}”: {requested} {requested?seat|seats} wanted, {free} free.',
    'placement.otherPerformance': 'The performance is not among the contact’s choices: give the reason.',
    'performance.liveOptions':
      'Options in progress on this performance: {count}. Change the performance from the “Actions” button of its page.',
    'performance.seatsOpen':
      'Open seats of this performance: {count}. Change its configuration from the “Actions” button of its page.',
    'seat.taken': 'Seat already taken: {where}, seat {number}.',
    'seats.noneFit':
      'No way to seat {quantity} {quantity?person|people}: {free} {free?place is|places are} left, {together} side by side at most.',
    'performance.begun': 'The performance of {startsAt:instant} has begun.',
    'template.otherVenue': 'The performance plays at another venue than the template’s.',
    'template.otherConfiguration': 'The performance does not have the configuration of the template.',
    'template.noStock': 'No place is open in {seatCategory}.',
    'template.noSeats':
      'The template names seats of {seatCategory}, and this performance has no numbered seats.',
    'template.tooMany':
      '{seatCategory}: template and other contingents ask for {wanted} {wanted?place|places}, the performance has {capacity}.',
    'template.held':
      '{contingent}, {seatCategory}: {taken} {taken?place is|places are} taken, only {after} would remain.',
    'template.seatsUnknown': '{seatCategory}: named seats that are not on this performance: {count}.',
    'template.seatsTaken': '{seatCategory}: seats to change contingent that are taken: {count}.',
    'operator.self': 'Nobody can disable their own account.',
    'online.minimum': 'Ask for at least {minimum} {minimum?seat|seats} in {seatCategory}.',
    'online.category': 'The category {seatCategory} cannot be asked for online on {startsAt:instant}.',
    'online.anyCategory': 'The category {seatCategory} cannot be asked for as an option.',
    'online.performance': 'The performance of {startsAt:instant} takes no more requests.',
    'online.limit': 'These are more seats than you may ask for[ (possible: {passing} at most)].',
    'online.other': 'This request cannot be taken online. Please contact us.',
    'access.noAddress': 'They have no e-mail address.',
    'access.noChannel':
      'No online channel is open to this contact, or the structure is not accepted, or the relay is no longer linked.',
    'usedBy.activities': 'Activities of the season: {count}.',
    'usedBy.audienceSubcategories': 'Audience subcategories: {count}.',
    'usedBy.channels': 'Sales channels that use it: {count}.',
    'usedBy.collectivityTypes': 'Collectivity types that use it: {count}.',
    'usedBy.configurations': 'Logical configurations that depend on it: {count}.',
    'usedBy.contactLinks': 'Links between contacts: {count}.',
    'usedBy.contacts': 'Contacts concerned: {count}.',
    'usedBy.contingents': 'Contingents of this organisation: {count}.',
    'usedBy.events': 'Events attached to it: {count}.',
    'usedBy.letters': 'Letters sent or owed: {count}.',
    'usedBy.limitationTables': 'Limitation tables that name it: {count}.',
    'usedBy.operators': 'Operators who hold this role: {count}.',
    'usedBy.optionProfiles': 'Option profiles that name it: {count}.',
    'usedBy.options': 'Options that refer to it: {count}.',
    'usedBy.orders': 'Orders or files: {count}.',
    'usedBy.performances': 'Performances attached to it: {count}.',
    'usedBy.prices': 'Prices entered in grids: {count}.',
    'usedBy.products': 'Products that use it: {count}.',
    'usedBy.releasePlans': 'Release plans: {count}.',
    'usedBy.releases': 'Releases done: {count}.',
    'usedBy.seasons': 'Seasons of this organisation: {count}.',
    'usedBy.seatCategories': 'Seat categories of this venue: {count}.',
    'usedBy.seatPlans': 'Plans of this space: {count}.',
    'usedBy.spaces': 'Spaces of this venue: {count}.',
    'usedBy.stock': 'Open stock rows: {count}.',
    'usedBy.templates': 'Contingent templates: {count}.',
    'usedBy.venues': 'Venues of this organisation: {count}.',
  },
  fields: {
    'field.required': 'This field is required.',
    'field.unknown': 'This field does not exist.',
    'field.type': 'The value is not of the expected type.',
    'field.format': 'The value does not have the expected form.',
    'field.tooShort': 'The value is too short.',
    'field.tooLong': 'The value is too long.',
    'field.tooSmall': 'The value is too small.',
    'field.tooLarge': 'The value is too large.',
    'field.choice': 'The value is not one of the choices.',
    'field.reference': 'The item named does not exist.',
    'field.duplicate': 'This item is named twice.',
    'field.invalid': 'The value is not valid.',
    'field.taken': 'This value is already taken.',
    'plan.noSeat': 'This plan has no seat.',
    'plan.guidTwice': 'Another seat has this identifier already.',
    'plan.labelTwice': 'Another seat of this row has this number already.',
    'plan.categoryUnknown': 'This category is not in the list of categories of the plan.',
    'configuration.elsewhere': 'This item belongs to another venue or to another space.',
    'configuration.draft': 'This configuration is not valid yet.',
    'configuration.capacities': 'The capacities of this configuration are not those of the performance.',
    'configuration.numbered':
      'A numbered configuration has a plan and counts its seats; one by quantity has capacities and no plan.',
    'seats.dealt': 'The stock is open already: its contingents receive the seats.',
    'seats.notOpen': 'The seats of this performance are not open.',
    'seat.otherCategory': 'Seat of another category.',
    'seat.tooMany': 'More seats named than the quantity.',
    'product.mandatory': 'This line is part of the product: its quantity follows the product’s.',
    'product.choice': 'Choose the performance or the slot.',
    'product.whole':
      'Mandatory lines go together, for the same number of units, and the others do not exceed them.',
    'product.inactive': 'This product is no longer offered.',
    'seat.alreadyTaken': 'Seat already taken.',
    'seat.notBlocked': 'Seat that is not blocked.',
    'seat.otherContingent': 'Seat of another contingent.',
    'start.past': 'Date already past.',
    'start.same': 'This is the date the performance has now.',
    'configuration.same': 'This is the configuration the performance has now.',
    'template.shareKind': 'Give a number, a percentage or seats: exactly one of the three.',
    'template.percent': 'The percentages of this category exceed 100.',
    'template.restNamed': 'The contingent that receives the rest has no share of its own.',
    'template.seatsNeedPlan': 'Seats are named only for a numbered configuration.',
    'release.daysOrder': 'The days must fall from one step to the next.',
    'release.keepOrder': 'What is kept cannot rise from one step to the next.',
    'release.afterPerformance': 'The end of the day of the performance falls behind the performance.',
    'release.sameContingent': 'Released places go to another contingent.',
    'release.target': 'Choose an activity, an event or a performance: exactly one of the three.',
    'release.overlaps': 'Another plan releases this contingent already for the same target.',
    'rule.factUnknown': 'This fact does not exist, or cannot be read here.',
    'rule.operatorNumber': 'This comparison only makes sense with a number.',
    'rule.valueType': 'The value is not of the type of the fact.',
    'rule.listEmpty': 'Give at least one value.',
    'rule.groupEmpty': 'A group without a condition would always be true: add one.',
    'rule.groupLarge': 'A group has at most 50 conditions.',
    'rule.groupMissing': 'Conditions start with a group: all, any or not.',
    'rule.tooDeep': 'At most six groups inside one another.',
    'rule.conditionFields':
      'A condition is a group (all, any, not) or a comparison (fact, operator, value), and nothing else.',
    'rule.codeTwice': 'Two rules have the same code.',
    'rule.scopeTarget': 'This scope does not go with this item.',
    'rule.crowded': 'Too many rules for one scope: at most 250.',
    'rule.placeholder': 'The text names in braces a fact that does not exist.',
    'text.unknownField':
      'This name does not exist in this kind of letter[: “{name}”][, line {line}, character {column}].',
    'text.unknownCondition':
      'This condition does not exist in this kind of letter[: “{name}”][, line {line}, character {column}].',
    'text.unguarded':
      'This value may be missing: put it inside a condition that makes sure of it[ (“{name}”)][, line {line}, character {column}].',
    'text.unclosedBlock': 'This condition is not closed[: “{name}”][, line {line}, character {column}].',
    'text.unexpectedTag':
      'Nothing is open here, or something else is[: “{name}”][, line {line}, character {column}].',
    'text.unclosedTag': 'Braces are not closed, or not opened[, line {line}, character {column}].',
    'text.tooDeep': 'At most four conditions one inside the other[, line {line}, character {column}].',
    'text.markup':
      'The text contains neither HTML nor script[: “{name}”][, line {line}, character {column}].',
    'text.lineBreak': 'This part stands on one line[, line {line}, character {column}].',
  },
};
