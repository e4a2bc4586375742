import type { ListName } from '../../rules/lists/list-names.ts';
import { audienceCategoryList, audienceSubcategoryList, collectivityTypeList } from './audiences.ts';
import { basketList } from './baskets.ts';
import { bookingFileList } from './booking-files.ts';
import { contingentList, salesChannelList } from './channels.ts';
import { contactLinkList, contactList } from './contacts.ts';
import { contingentReleaseList } from './contingent-releases.ts';
import { contingentTemplateList } from './contingent-templates.ts';
import { eventList, productFamilyList } from './events.ts';
import { historyList } from './histories.ts';
import { letterList } from './letters.ts';
import { limitationTableList } from './limitation-tables.ts';
import type { List } from './list.ts';
import { operatorList, roleList } from './operators.ts';
import { optionProfileList } from './option-profiles.ts';
import { optionList, productOptionList } from './options.ts';
import { orderList } from './orders.ts';
import { organisationList } from './organisations.ts';
import { performanceGaugeList } from './performance-gauges.ts';
import { performanceList } from './performances.ts';
import { productList } from './products.ts';
import { releasePlanList } from './release-plans.ts';
import { ruleSetList } from './rule-sets.ts';
import { seasonActivityList, seasonList } from './seasons.ts';
import { seatCategoryList, venueList } from './venues.ts';

/** The lists that people look at, by the name of their resource: what is exported, and what views are saved of. */
export const lists: Readonly<Record<ListName, List<object>>> = {
  options: optionList,
  'product-options': productOptionList,
  orders: orderList,
  'booking-files': bookingFileList,
  baskets: basketList,
  letters: letterList,
  contacts: contactList,
  'contact-links': contactLinkList,
  'collectivity-types': collectivityTypeList,
  performances: performanceList,
  'performance-gauges': performanceGaugeList,
  events: eventList,
  seasons: seasonList,
  'season-activities': seasonActivityList,
  'product-families': productFamilyList,
  products: productList,
  'audience-categories': audienceCategoryList,
  'audience-subcategories': audienceSubcategoryList,
  venues: venueList,
  'seat-categories': seatCategoryList,
  contingents: contingentList,
  'contingent-templates': contingentTemplateList,
  'release-plans': releasePlanList,
  'contingent-releases': contingentReleaseList,
  'sales-channels': salesChannelList,
  'limitation-tables': limitationTableList,
  'option-profiles': optionProfileList,
  'rule-sets': ruleSetList,
  organisations: organisationList,
  operators: operatorList,
  roles: roleList,
  history: historyList,
};
