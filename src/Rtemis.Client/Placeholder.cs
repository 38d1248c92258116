namespace Rtemis.Client;
