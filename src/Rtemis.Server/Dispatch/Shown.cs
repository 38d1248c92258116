using System.Text;

namespace Rtemis.Server.Dispatch;

/// <summary>Values of a client as messages show them back: whole when short, else their beginning.</summary>
static class Shown
{
    const int Most = 100;

    public static string Json(ReadOnlySpan<byte> json) => Json(Encoding.UTF8.GetString(json[..Math.Min(json.Length, 4 * Most)]));

    // A character of two halves is not cut.
    public static string Json(string text) => text.Length <= Most ? text : $"{text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)]}...";
}
