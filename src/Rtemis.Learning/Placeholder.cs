namespace Rtemis.Learning;
