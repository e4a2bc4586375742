/** What the tables need to exist before they do: the role of the product, number series, the wall's own question. */
export const before = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'placet_app') then
      create role placet_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
    if not pg_has_role(current_user, 'placet_app', 'member') then
      execute format('grant placet_app to %I', current_user);
    end if;
  end $$`,
  `create sequence contact_number`,
  `create sequence option_number`,
  `create sequence booking_file_number`,
  `create sequence order_number`,
  `create sequence letter_number`,
  `create function current_institution() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('placet.institution', true), '')::uuid $$`,
];
