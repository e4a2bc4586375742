import { CssBaseline } from '@mui/material';
import { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { AdminContext, CoreAdminUI, type CoreLayoutProps, CustomRoutes, Resource } from 'react-admin';
import { Navigate, Route } from 'react-router';
import { ConsoleLayout } from './frame/ConsoleLayout.tsx';
import { NotFoundPage } from './frame/NotFoundPage.tsx';
import { Notices } from './frame/Notices.tsx';
import { NotPermittedPage } from './frame/NotPermittedPage.tsx';
import { PageSkeleton } from './frame/PageSkeleton.tsx';
import { SignInPage } from './frame/SignInPage.tsx';
import { i18nProvider } from './messages/i18n-provider.ts';
import { PreferencesSync } from './preferences/PreferencesSync.tsx';
import { preferencesStore } from './preferences/preferences-store.ts';
import { authProvider } from './provider/auth-provider.ts';
import { dataProvider } from './provider/data-provider.ts';
import { problemOf } from './provider/problem.ts';
import { laterScreen, settingResources } from './setting-resources.tsx';
import { darkTheme, lightTheme } from './theme/themes.ts';

const OptionList = lazy(async () => ({ default: (await import('./options/OptionList.tsx')).OptionList }));
const RequestList = lazy(async () => ({ default: (await import('./options/RequestList.tsx')).RequestList }));
const OptionShow = laterScreen(async () => (await import('./options/OptionShow.tsx')).OptionShow);
const OptionCreate = laterScreen(async () => (await import('./options/OptionCreate.tsx')).OptionCreate);
const OptionEdit = laterScreen(async () => (await import('./options/OptionEdit.tsx')).OptionEdit);
const BulkRunList = laterScreen(async () => (await import('./bulk-runs/BulkRunList.tsx')).BulkRunList);
const BulkRunShow = laterScreen(async () => (await import('./bulk-runs/BulkRunShow.tsx')).BulkRunShow);
const ProductOptionList = laterScreen(
  async () => (await import('./product-options/ProductOptionList.tsx')).ProductOptionList,
);
const ProductOptionCreate = laterScreen(
  async () => (await import('./product-options/ProductOptionForms.tsx')).ProductOptionCreate,
);
const ProductOptionEdit = laterScreen(
  async () => (await import('./product-options/ProductOptionForms.tsx')).ProductOptionEdit,
);
const LetterList = lazy(async () => ({ default: (await import('./letters/LetterList.tsx')).LetterList }));
const LetterShow = lazy(async () => ({ default: (await import('./letters/LetterShow.tsx')).LetterShow }));
const ContactList = lazy(async () => ({ default: (await import('./contacts/ContactList.tsx')).ContactList }));
const ContactShow = laterScreen(async () => (await import('./contacts/ContactShow.tsx')).ContactShow);
const ContactCreate = laterScreen(async () => (await import('./contacts/ContactForms.tsx')).ContactCreate);
const ContactEdit = laterScreen(async () => (await import('./contacts/ContactForms.tsx')).ContactEdit);
const StructureList = laterScreen(async () => (await import('./contacts/PeopleList.tsx')).StructureList);
const IndividualList = laterScreen(async () => (await import('./contacts/PeopleList.tsx')).IndividualList);
const ContactImport = laterScreen(async () => (await import('./imports/ContactImport.tsx')).ContactImport);
const ContingentImport = laterScreen(
  async () => (await import('./imports/ContingentImport.tsx')).ContingentImport,
);
const PerformanceList = laterScreen(
  async () => (await import('./performances/PerformanceList.tsx')).PerformanceList,
);
const PerformanceShow = laterScreen(
  async () => (await import('./performances/PerformanceShow.tsx')).PerformanceShow,
);
const PerformanceCreate = laterScreen(
  async () => (await import('./performances/PerformanceForms.tsx')).PerformanceCreate,
);
const PerformanceEdit = laterScreen(
  async () => (await import('./performances/PerformanceForms.tsx')).PerformanceEdit,
);
const PriceGridPage = laterScreen(async () => (await import('./prices/PriceGridPage.tsx')).PriceGridPage);
const StockSetUpPage = laterScreen(async () => (await import('./stock/StockSetUpPage.tsx')).StockSetUpPage);
const TemplateApply = laterScreen(
  async () => (await import('./contingents/TemplateApply.tsx')).TemplateApply,
);
const PerformanceMapPage = laterScreen(
  async () => (await import('./performance-map/PerformanceMapPage.tsx')).PerformanceMapPage,
);
const HistoryList = laterScreen(async () => (await import('./history/HistoryList.tsx')).HistoryList);
const HealthPage = laterScreen(async () => (await import('./health/HealthPage.tsx')).HealthPage);
const LetterTextsPage = laterScreen(
  async () => (await import('./letter-texts/LetterTextsPage.tsx')).LetterTextsPage,
);
const LetterTextPage = laterScreen(
  async () => (await import('./letter-texts/LetterTextPage.tsx')).LetterTextPage,
);
const BookingFileList = laterScreen(
  async () => (await import('./booking-files/BookingFileList.tsx')).BookingFileList,
);
const BookingFileShow = laterScreen(
  async () => (await import('./booking-files/BookingFileShow.tsx')).BookingFileShow,
);
const BasketList = laterScreen(async () => (await import('./baskets/BasketList.tsx')).BasketList);
const BasketShow = laterScreen(async () => (await import('./baskets/BasketShow.tsx')).BasketShow);
const ResumePage = laterScreen(async () => (await import('./baskets/ResumePage.tsx')).ResumePage);
const AccountPage = laterScreen(async () => (await import('./account/AccountPage.tsx')).AccountPage);
const SignInSettingsPage = laterScreen(
  async () => (await import('./sign-in/SignInSettingsPage.tsx')).SignInSettingsPage,
);
const StockPage = laterScreen(async () => (await import('./stock/StockPage.tsx')).StockPage);

/** A refusal is an answer: only a lost answer to a question is asked again, twice. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, failure) => count < 2 && [0, 503].includes(problemOf(failure).status),
    },
  },
});

const store = preferencesStore();

/** The frame, once somebody is signed in, with what they prefer. */
function OwnLayout(props: CoreLayoutProps) {
  return (
    <>
      <PreferencesSync store={store} />
      <ConsoleLayout {...props} />
    </>
  );
}

/**
 * The console: its providers, its themes and its resources. Nothing is shown before someone signed in.
 * Made of react-admin's parts rather than its `Admin`, whose own layout and pages would be loaded and never shown.
 */
export function Console() {
  return (
    <AdminContext
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={lightTheme}
      darkTheme={darkTheme}
    >
      <CssBaseline enableColorScheme>
        <CoreAdminUI
          requireAuth
          disableTelemetry
          layout={OwnLayout}
          loginPage={SignInPage}
          loading={PageSkeleton}
          catchAll={NotFoundPage}
          accessDenied={NotPermittedPage}
          title="Placet"
        >
          <CustomRoutes>
            <Route path="/" element={<Navigate to="/option-requests" replace />} />
            <Route path="/option-requests" element={<RequestList />} />
            <Route path="/structures" element={<StructureList />} />
            <Route path="/individuals" element={<IndividualList />} />
            <Route path="/contact-import" element={<ContactImport />} />
            <Route path="/contingent-import" element={<ContingentImport />} />
            <Route path="/stock" element={<StockPage />} />
            <Route path="/stock/:performanceId" element={<StockPage />} />
            <Route path="/performances/:performanceId/prices" element={<PriceGridPage />} />
            <Route path="/performances/:performanceId/stock" element={<StockSetUpPage />} />
            <Route path="/contingent-templates/:templateId/apply" element={<TemplateApply />} />
            <Route path="/performances/:performanceId/places" element={<PerformanceMapPage />} />
            <Route path="/letter-texts" element={<LetterTextsPage />} />
            <Route path="/letter-texts/:organisationId/:kind/:language" element={<LetterTextPage />} />
            <Route path="/resume" element={<ResumePage />} />
            <Route path="/account" element={<AccountPage />} />
            <Route path="/sign-in-settings" element={<SignInSettingsPage />} />
            <Route path="/health" element={<HealthPage />} />
          </CustomRoutes>
          <Resource
            name="options"
            list={OptionList}
            show={OptionShow}
            create={OptionCreate}
            edit={OptionEdit}
          />
          <Resource
            name="product-options"
            list={ProductOptionList}
            show={OptionShow}
            create={ProductOptionCreate}
            edit={ProductOptionEdit}
          />
          <Resource name="bulk-runs" list={BulkRunList} show={BulkRunShow} />
          <Resource name="booking-files" list={BookingFileList} show={BookingFileShow} />
          <Resource name="baskets" list={BasketList} show={BasketShow} />
          <Resource name="letters" list={LetterList} show={LetterShow} />
          <Resource
            name="performances"
            list={PerformanceList}
            show={PerformanceShow}
            create={PerformanceCreate}
            edit={PerformanceEdit}
          />
          <Resource
            name="contacts"
            list={ContactList}
            show={ContactShow}
            create={ContactCreate}
            edit={ContactEdit}
          />
          <Resource name="history" list={HistoryList} />
          {settingResources}
        </CoreAdminUI>
        <Notices />
      </CssBaseline>
    </AdminContext>
  );
}
