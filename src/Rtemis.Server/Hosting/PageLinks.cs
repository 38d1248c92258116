using Rtemis.Server.Security;

namespace Rtemis.Server.Hosting;

/// <summary>Addresses that open the page and let it in: each with a one-time code in its fragment, the part that browsers send to nobody.</summary>
sealed class PageLinks(string address, OneTimeCodes codes)
{
    /// <summary>An address that nobody has used yet.</summary>
    public string New() => $"{address}/#code={codes.Issue()}";
}
