using Microsoft.Net.Http.Headers;

namespace Rtemis.Server.Page;

/// <summary>Which compressions a browser takes.</summary>
readonly record struct AcceptedEncodings(bool Brotli, bool Gzip)
{
    /// <summary>What the header allows. A coding of weight 0 is refused; a star stands for all that are not named; a header that can't be read allows none.</summary>
    public static AcceptedEncodings Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var given)) return default;
        return new(Takes(given, "br"), Takes(given, "gzip"));
    }

    static bool Takes(IList<StringWithQualityHeaderValue> given, string coding) =>
        (given.FirstOrDefault(e => e.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) ?? given.FirstOrDefault(e => e.Value == "*"))
            is { } match && match.Quality is null or > 0;
}
