// How react-admin would name fields and resources without words of ours: here each has its own, so names stay as they are.
const same = (name) => name;
module.exports = {
  transform: same,
  humanize: same,
  inflect: same,
  pluralize: same,
  singularize: same,
  capitalize: same,
};
