// What the package of this name does on engines of the last century; ours have it.
module.exports = Object.entries;
