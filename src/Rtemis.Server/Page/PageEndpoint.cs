using Microsoft.Net.Http.Headers;

namespace Rtemis.Server.Page;

/// <summary>Answers <c>GET</c> and <c>HEAD</c> with the page's files, and any other method with 405.</summary>
sealed class PageEndpoint(PageFiles files)
{
    const string ForEver = "public, max-age=31536000, immutable";
    const string AskEachTime = "no-cache";

    /// <summary>Answers when the page has a file at the request's path; false, with nothing done, when not.</summary>
    public async ValueTask<bool> TryHandleAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        if (files.Find(request.Path.Value) is not { } file) return false;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return true;
        }

        var form = file.For(AcceptedEncodings.Of(request));
        response.Headers.ETag = form.ETag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = file.IsHashed ? ForEver : AskEachTime;
        if (IsKnown(request, form.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        response.ContentType = file.ContentType;
        response.ContentLength = form.Bytes.Length;
        if (form.Encoding is not null) response.Headers.ContentEncoding = form.Encoding;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(form.Bytes, http.RequestAborted).ConfigureAwait(false);
        return true;
    }

    static bool IsKnown(HttpRequest request, string tag)
    {
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)) return false;
        var ours = EntityTagHeaderValue.Parse(tag);
        return known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(ours, useStrongComparison: false));
    }
}
