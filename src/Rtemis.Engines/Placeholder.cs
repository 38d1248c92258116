namespace Rtemis.Engines;
