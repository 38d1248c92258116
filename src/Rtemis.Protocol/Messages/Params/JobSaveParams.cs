namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>job.save</c>.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Dir">The folder on the server's machine; made if it is missing.</param>
/// <param name="Filename">The file's name, of which the last part of the path counts; null for one made of type and job.</param>
public sealed record JobSaveParams(string? JobId, string? Dir, string? Filename = null);
