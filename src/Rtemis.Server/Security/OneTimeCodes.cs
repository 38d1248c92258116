using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rtemis.Server.Security;

/// <summary>
/// The codes in the addresses that the server prints. Each lets one client in, once; the client gets the token for it. Only digests are kept, so that
/// a code is written nowhere but in its address.
/// </summary>
sealed class OneTimeCodes
{
    const int Bytes = 16;
    const int Most = 32;

    readonly Lock _lock = new();
    readonly Queue<Issued> _issued = new();

    /// <summary>A new code: 128 random bits as base64url. The oldest is forgotten when there are many.</summary>
    public string Issue()
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        lock (_lock)
        {
            if (_issued.Count == Most) _issued.Dequeue();
            _issued.Enqueue(new Issued(Digest(code)));
        }
        return code;
    }

    /// <summary>Uses a code up. Of all who show the same one, one is told <see cref="CodeUse.Right"/>.</summary>
    public CodeUse Use(JsonElement? shown)
    {
        if (shown is not { ValueKind: JsonValueKind.String } text) return CodeUse.Wrong;
        var digest = Digest(text.GetString()!);
        lock (_lock)
        {
            // All are compared, each in constant time: how long it takes tells nothing.
            Issued? found = null;
            foreach (var issued in _issued)
                if (CryptographicOperations.FixedTimeEquals(issued.Digest, digest)) found = issued;
            if (found is null) return CodeUse.Wrong;
            if (found.Spent) return CodeUse.Spent;
            found.Spent = true;
            return CodeUse.Right;
        }
    }

    static byte[] Digest(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    sealed class Issued(byte[] digest)
    {
        public byte[] Digest => digest;

        public bool Spent { get; set; }
    }
}
