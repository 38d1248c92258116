namespace Rtemis.Data.Tests.Csv;

/// <summary>Bytes as a pipe gives them: a few at a time, and no way back.</summary>
sealed class ForwardOnlyStream(byte[] bytes, int most = 1 << 20) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
}
