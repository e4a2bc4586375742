import { type ComponentType, lazy } from 'react';
import { Resource } from 'react-admin';
import { allWords } from './messages/i18n-provider.ts';

/** A screen that is fetched when it is first opened, with its words. */
export function laterScreen(load: () => Promise<ComponentType>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), allWords()]);
    return { default: component };
  });
}

const programme = {
  seasons: () => import('./programme/SeasonForms.tsx'),
  activities: () => import('./programme/ActivityForms.tsx'),
  events: () => import('./programme/EventForms.tsx'),
  families: () => import('./programme/FamilyScreens.tsx'),
  products: () => import('./products/ProductScreens.tsx'),
};
const venues = {
  forms: () => import('./venues/VenueForms.tsx'),
  categories: () => import('./venues/CategoryScreens.tsx'),
};
const halls = {
  spaces: () => import('./halls/SpaceScreens.tsx'),
  configurations: () => import('./halls/ConfigurationForms.tsx'),
};
const contingents = () => import('./contingents/ContingentScreens.tsx');
const templates = () => import('./contingents/TemplateScreens.tsx');
const plans = () => import('./contingents/PlanScreens.tsx');
const channels = () => import('./channels/ChannelForms.tsx');
const audiences = () => import('./audience/AudienceScreens.tsx');
const subcategories = () => import('./audience/SubcategoryScreens.tsx');
const collectivities = () => import('./audience/CollectivityScreens.tsx');
const limitations = {
  screens: () => import('./authorisation/LimitationScreens.tsx'),
  forms: () => import('./authorisation/LimitationForms.tsx'),
};
const profiles = {
  screens: () => import('./authorisation/ProfileScreens.tsx'),
  forms: () => import('./authorisation/ProfileForms.tsx'),
};
const organisations = () => import('./organisation/OrganisationScreens.tsx');
const operators = () => import('./operators/OperatorForms.tsx');
const roles = () => import('./roles/RoleScreens.tsx');

/** The resources of programme and settings: each screen in a file of its own, none of them in the first load. */
export const settingResources = [
  <Resource
    key="seasons"
    name="seasons"
    list={laterScreen(async () => (await import('./programme/SeasonList.tsx')).SeasonList)}
    show={laterScreen(async () => (await import('./programme/SeasonShow.tsx')).SeasonShow)}
    create={laterScreen(async () => (await programme.seasons()).SeasonCreate)}
    edit={laterScreen(async () => (await programme.seasons()).SeasonEdit)}
  />,
  <Resource
    key="season-activities"
    name="season-activities"
    show={laterScreen(async () => (await import('./programme/ActivityShow.tsx')).ActivityShow)}
    create={laterScreen(async () => (await programme.activities()).ActivityCreate)}
    edit={laterScreen(async () => (await programme.activities()).ActivityEdit)}
  />,
  <Resource
    key="events"
    name="events"
    list={laterScreen(async () => (await import('./programme/EventList.tsx')).EventList)}
    show={laterScreen(async () => (await import('./programme/EventShow.tsx')).EventShow)}
    create={laterScreen(async () => (await programme.events()).EventCreate)}
    edit={laterScreen(async () => (await programme.events()).EventEdit)}
  />,
  <Resource
    key="products"
    name="products"
    list={laterScreen(async () => (await programme.products()).ProductList)}
    show={laterScreen(async () => (await programme.products()).ProductShow)}
    create={laterScreen(async () => (await programme.products()).ProductCreate)}
    edit={laterScreen(async () => (await programme.products()).ProductEdit)}
  />,
  <Resource
    key="product-families"
    name="product-families"
    list={laterScreen(async () => (await programme.families()).FamilyList)}
    show={laterScreen(async () => (await programme.families()).FamilyShow)}
    create={laterScreen(async () => (await programme.families()).FamilyCreate)}
    edit={laterScreen(async () => (await programme.families()).FamilyEdit)}
  />,
  <Resource
    key="venues"
    name="venues"
    list={laterScreen(async () => (await import('./venues/VenueList.tsx')).VenueList)}
    show={laterScreen(async () => (await import('./venues/VenueShow.tsx')).VenueShow)}
    create={laterScreen(async () => (await venues.forms()).VenueCreate)}
    edit={laterScreen(async () => (await venues.forms()).VenueEdit)}
  />,
  <Resource
    key="seat-categories"
    name="seat-categories"
    show={laterScreen(async () => (await venues.categories()).CategoryShow)}
    create={laterScreen(async () => (await venues.categories()).CategoryCreate)}
    edit={laterScreen(async () => (await venues.categories()).CategoryEdit)}
  />,
  <Resource
    key="spaces"
    name="spaces"
    show={laterScreen(async () => (await halls.spaces()).SpaceShow)}
    create={laterScreen(async () => (await halls.spaces()).SpaceCreate)}
    edit={laterScreen(async () => (await halls.spaces()).SpaceEdit)}
  />,
  <Resource
    key="seat-plans"
    name="seat-plans"
    show={laterScreen(async () => (await import('./halls/PlanShow.tsx')).PlanShow)}
    create={laterScreen(async () => (await import('./halls/PlanImport.tsx')).PlanImport)}
  />,
  <Resource
    key="logical-configurations"
    name="logical-configurations"
    show={laterScreen(async () => (await import('./halls/ConfigurationShow.tsx')).ConfigurationShow)}
    create={laterScreen(async () => (await halls.configurations()).ConfigurationCreate)}
    edit={laterScreen(async () => (await halls.configurations()).ConfigurationEdit)}
  />,
  <Resource
    key="contingents"
    name="contingents"
    list={laterScreen(async () => (await contingents()).ContingentList)}
    show={laterScreen(async () => (await contingents()).ContingentShow)}
    create={laterScreen(async () => (await contingents()).ContingentCreate)}
    edit={laterScreen(async () => (await contingents()).ContingentEdit)}
  />,
  <Resource
    key="contingent-templates"
    name="contingent-templates"
    list={laterScreen(async () => (await templates()).TemplateList)}
    show={laterScreen(async () => (await templates()).TemplateShow)}
    create={laterScreen(async () => (await templates()).TemplateCreate)}
    edit={laterScreen(async () => (await templates()).TemplateEdit)}
  />,
  <Resource
    key="release-plans"
    name="release-plans"
    list={laterScreen(async () => (await plans()).PlanList)}
    show={laterScreen(async () => (await plans()).PlanShow)}
    create={laterScreen(async () => (await plans()).PlanCreate)}
    edit={laterScreen(async () => (await plans()).PlanEdit)}
  />,
  <Resource
    key="contingent-releases"
    name="contingent-releases"
    list={laterScreen(async () => (await import('./contingents/ReleaseList.tsx')).ReleaseList)}
  />,
  <Resource
    key="sales-channels"
    name="sales-channels"
    list={laterScreen(async () => (await import('./channels/ChannelList.tsx')).ChannelList)}
    show={laterScreen(async () => (await import('./channels/ChannelShow.tsx')).ChannelShow)}
    create={laterScreen(async () => (await channels()).ChannelCreate)}
    edit={laterScreen(async () => (await channels()).ChannelEdit)}
  />,
  <Resource
    key="audience-categories"
    name="audience-categories"
    list={laterScreen(async () => (await audiences()).AudienceList)}
    show={laterScreen(async () => (await audiences()).AudienceShow)}
    create={laterScreen(async () => (await audiences()).AudienceCreate)}
    edit={laterScreen(async () => (await audiences()).AudienceEdit)}
  />,
  <Resource
    key="audience-subcategories"
    name="audience-subcategories"
    show={laterScreen(async () => (await subcategories()).SubcategoryShow)}
    create={laterScreen(async () => (await subcategories()).SubcategoryCreate)}
    edit={laterScreen(async () => (await subcategories()).SubcategoryEdit)}
  />,
  <Resource
    key="collectivity-types"
    name="collectivity-types"
    list={laterScreen(async () => (await collectivities()).CollectivityList)}
    show={laterScreen(async () => (await collectivities()).CollectivityShow)}
    create={laterScreen(async () => (await collectivities()).CollectivityCreate)}
    edit={laterScreen(async () => (await collectivities()).CollectivityEdit)}
  />,
  <Resource
    key="limitation-tables"
    name="limitation-tables"
    list={laterScreen(async () => (await limitations.screens()).LimitationList)}
    show={laterScreen(async () => (await limitations.screens()).LimitationShow)}
    create={laterScreen(async () => (await limitations.forms()).LimitationCreate)}
    edit={laterScreen(async () => (await limitations.forms()).LimitationEdit)}
  />,
  <Resource
    key="rule-sets"
    name="rule-sets"
    list={laterScreen(async () => (await import('./authorisation/studio/RuleSetList.tsx')).RuleSetList)}
    show={laterScreen(async () => (await import('./authorisation/studio/RuleSetShow.tsx')).RuleSetShow)}
  />,
  <Resource
    key="option-profiles"
    name="option-profiles"
    list={laterScreen(async () => (await profiles.screens()).ProfileList)}
    show={laterScreen(async () => (await profiles.screens()).ProfileShow)}
    create={laterScreen(async () => (await profiles.forms()).ProfileCreate)}
    edit={laterScreen(async () => (await profiles.forms()).ProfileEdit)}
  />,
  <Resource
    key="organisations"
    name="organisations"
    list={laterScreen(async () => (await organisations()).OrganisationList)}
    show={laterScreen(async () => (await organisations()).OrganisationShow)}
    create={laterScreen(async () => (await organisations()).OrganisationCreate)}
    edit={laterScreen(async () => (await organisations()).OrganisationEdit)}
  />,
  <Resource
    key="operators"
    name="operators"
    list={laterScreen(async () => (await import('./operators/OperatorList.tsx')).OperatorList)}
    show={laterScreen(async () => (await import('./operators/OperatorShow.tsx')).OperatorShow)}
    create={laterScreen(async () => (await operators()).OperatorCreate)}
    edit={laterScreen(async () => (await operators()).OperatorEdit)}
  />,
  <Resource
    key="roles"
    name="roles"
    list={laterScreen(async () => (await roles()).RoleList)}
    show={laterScreen(async () => (await roles()).RoleShow)}
    create={laterScreen(async () => (await roles()).RoleCreate)}
    edit={laterScreen(async () => (await roles()).RoleEdit)}
  />,
];
