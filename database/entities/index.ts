import { DecidedRequest } from './authorisation/decided-request.ts';
import { LimitationCover } from './authorisation/limitation-cover.ts';
import { LimitationTable } from './authorisation/limitation-table.ts';
import { ManagedRule } from './authorisation/managed-rule.ts';
import { OptionProfile } from './authorisation/option-profile.ts';
import { OptionProfileCover } from './authorisation/option-profile-cover.ts';
import { RuleImpact } from './authorisation/rule-impact.ts';
import { RuleSet } from './authorisation/rule-set.ts';
import { AudienceCategory } from './catalogue/audience-category.ts';
import { AudienceSubcategory } from './catalogue/audience-subcategory.ts';
import { Performance } from './catalogue/performance.ts';
import { Price } from './catalogue/price.ts';
import { Product } from './catalogue/product.ts';
import { ProductChoice } from './catalogue/product-choice.ts';
import { ProductFamily } from './catalogue/product-family.ts';
import { ProductLine } from './catalogue/product-line.ts';
import { ProductPrice } from './catalogue/product-price.ts';
import { Season } from './catalogue/season.ts';
import { SeasonActivity } from './catalogue/season-activity.ts';
import { ShowEvent } from './catalogue/show-event.ts';
import { ChannelContingent } from './channels/channel-contingent.ts';
import { SalesChannel } from './channels/sales-channel.ts';
import { CollectivityType } from './contacts/collectivity-type.ts';
import { Contact } from './contacts/contact.ts';
import { ContactAccess } from './contacts/contact-access.ts';
import { ContactLink } from './contacts/contact-link.ts';
import { ContactSession } from './contacts/contact-session.ts';
import { PersonalValue } from './contacts/personal-value.ts';
import { Letter } from './letters/letter.ts';
import { LetterContent } from './letters/letter-content.ts';
import { LetterTemplate } from './letters/letter-template.ts';
import { BulkItem } from './options/bulk-item.ts';
import { BulkRun } from './options/bulk-run.ts';
import { OptionChoice } from './options/option-choice.ts';
import { OptionLine } from './options/option-line.ts';
import { SeatOption } from './options/seat-option.ts';
import { Basket } from './orders/basket.ts';
import { BookingFile } from './orders/booking-file.ts';
import { Operation } from './orders/operation.ts';
import { Order } from './orders/order.ts';
import { GroupRole } from './organisation/group-role.ts';
import { Institution } from './organisation/institution.ts';
import { Operator } from './organisation/operator.ts';
import { OperatorCover } from './organisation/operator-cover.ts';
import { OperatorIdentity } from './organisation/operator-identity.ts';
import { OperatorPreference } from './organisation/operator-preference.ts';
import { OperatorRole } from './organisation/operator-role.ts';
import { Organisation } from './organisation/organisation.ts';
import { RecoveryCode } from './organisation/recovery-code.ts';
import { Role } from './organisation/role.ts';
import { SavedView } from './organisation/saved-view.ts';
import { SecondFactor } from './organisation/second-factor.ts';
import { SignInSetting } from './organisation/sign-in-setting.ts';
import { Claim } from './stock/claim.ts';
import { Contingent } from './stock/contingent.ts';
import { ContingentRelease } from './stock/contingent-release.ts';
import { ContingentTemplate } from './stock/contingent-template.ts';
import { ExternalSale } from './stock/external-sale.ts';
import { GaugeCheck } from './stock/gauge-check.ts';
import { PerformanceSeat } from './stock/performance-seat.ts';
import { ReleasePlan } from './stock/release-plan.ts';
import { Stock } from './stock/stock.ts';
import { StockCategory } from './stock/stock-category.ts';
import { TemplateShare } from './stock/template-share.ts';
import { History } from './system/history.ts';
import { VerbCall } from './system/verb-call.ts';
import { WorkerBeat } from './system/worker-beat.ts';
import { WorkerMark } from './system/worker-mark.ts';
import { ConfigurationCategory } from './venues/configuration-category.ts';
import { ConfigurationSeat } from './venues/configuration-seat.ts';
import { LogicalConfiguration } from './venues/logical-configuration.ts';
import { Seat } from './venues/seat.ts';
import { SeatCategory } from './venues/seat-category.ts';
import { SeatPlan } from './venues/seat-plan.ts';
import { Space } from './venues/space.ts';
import { Venue } from './venues/venue.ts';

/** Every table of the product. Partitioned tables are created by hand in the migrations. */
export const entities = [
  Institution,
  Organisation,
  Operator,
  Role,
  OperatorRole,
  OperatorCover,
  OperatorPreference,
  SavedView,
  SecondFactor,
  RecoveryCode,
  OperatorIdentity,
  SignInSetting,
  GroupRole,
  Season,
  SeasonActivity,
  ProductFamily,
  AudienceCategory,
  AudienceSubcategory,
  ShowEvent,
  Performance,
  Price,
  Product,
  ProductLine,
  ProductChoice,
  ProductPrice,
  Venue,
  SeatCategory,
  Space,
  SeatPlan,
  Seat,
  LogicalConfiguration,
  ConfigurationCategory,
  ConfigurationSeat,
  CollectivityType,
  Contact,
  ContactLink,
  ContactAccess,
  ContactSession,
  PersonalValue,
  SalesChannel,
  ChannelContingent,
  Contingent,
  StockCategory,
  Stock,
  Claim,
  ExternalSale,
  PerformanceSeat,
  GaugeCheck,
  LimitationTable,
  LimitationCover,
  OptionProfile,
  OptionProfileCover,
  RuleSet,
  ManagedRule,
  RuleImpact,
  ContingentTemplate,
  TemplateShare,
  ReleasePlan,
  ContingentRelease,
  SeatOption,
  OptionChoice,
  OptionLine,
  BulkRun,
  BulkItem,
  DecidedRequest,
  BookingFile,
  Order,
  Operation,
  Basket,
  Letter,
  LetterContent,
  LetterTemplate,
  History,
  VerbCall,
  WorkerBeat,
  WorkerMark,
];
