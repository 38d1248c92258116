namespace Rtemis.Protocol;
