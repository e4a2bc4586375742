// The names of columns without their accents, to be searched: what engines do by themselves.
module.exports = { clean: (text) => text.normalize('NFD').replaceAll(/\p{Mn}/gu, '') };
