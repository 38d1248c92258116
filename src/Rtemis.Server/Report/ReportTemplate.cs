using System.Text;
using System.Text.Encodings.Web;
using Rtemis.Server.Page;

namespace Rtemis.Server.Report;

/// <summary>A report without its data: what stands before the title, between title and data, and after the data.</summary>
sealed class ReportTemplate
{
    const string Resource = "report.html";
    const string Title = "<title>rtemis report</title>";
    const string DataStart = """<script type="application/json" id="rtemis-report">""";

    readonly string _beforeTitle;
    readonly string _beforeData;
    readonly string _afterData;

    /// <param name="html">The template as the page's build makes it.</param>
    /// <exception cref="ArgumentException">It has no title or no element for the data, or several.</exception>
    public ReportTemplate(string html)
    {
        (_beforeTitle, var rest) = Split(html, Title);
        (_beforeData, _afterData) = Split(rest, DataStart);
        _beforeData += DataStart;
    }

    /// <summary>The template inside this program.</summary>
    /// <exception cref="ReportMissingException">It was built without one.</exception>
    public static ReportTemplate Embedded()
    {
        if (MissingReason() is { } reason) throw new ReportMissingException(reason);
        using var stream = typeof(ReportTemplate).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new ReportTemplate(reader.ReadToEnd());
    }

    /// <summary>Why this program has no template, and what to do; null when it has one.</summary>
    public static string? MissingReason() =>
        typeof(ReportTemplate).Assembly.GetManifestResourceInfo(Resource) is null ? MissingPage.Reason(EmbeddedPage.Files().State) : null;

    /// <summary>What stands before the data.</summary>
    /// <param name="title">The document's title, any text.</param>
    public byte[] Head(string title) => Encoding.UTF8.GetBytes($"{_beforeTitle}<title>{HtmlEncoder.Default.Encode(title)}</title>{_beforeData}");

    /// <summary>What stands after the data.</summary>
    public byte[] Tail() => Encoding.UTF8.GetBytes(_afterData);

    static (string Before, string After) Split(string html, string mark)
    {
        var parts = html.Split(mark);
        return parts.Length == 2 ? (parts[0], parts[1]) : throw new ArgumentException($"The report's template has {parts.Length - 1} times {mark}, not once.", nameof(html));
    }
}
