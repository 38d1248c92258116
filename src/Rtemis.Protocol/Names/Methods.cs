namespace Rtemis.Protocol;

/// <summary>The methods that a client calls.</summary>
public static class Methods
{
    /// <summary>The method <c>auth</c>.</summary>
    public const string Auth = "auth";

    /// <summary>The method <c>ping</c>.</summary>
    public const string Ping = "ping";

    /// <summary>The method <c>info</c>.</summary>
    public const string Info = "info";

    /// <summary>The method <c>algorithms</c>.</summary>
    public const string Algorithms = "algorithms";

    /// <summary>The method <c>algorithm.describe</c>.</summary>
    public const string AlgorithmDescribe = "algorithm.describe";

    /// <summary>The method <c>decomp.algorithms</c>.</summary>
    public const string DecompAlgorithms = "decomp.algorithms";

    /// <summary>The method <c>decomp.algorithm.describe</c>.</summary>
    public const string DecompAlgorithmDescribe = "decomp.algorithm.describe";

    /// <summary>The method <c>cluster.algorithms</c>.</summary>
    public const string ClusterAlgorithms = "cluster.algorithms";

    /// <summary>The method <c>cluster.algorithm.describe</c>.</summary>
    public const string ClusterAlgorithmDescribe = "cluster.algorithm.describe";

    /// <summary>The method <c>resampler.describe</c>.</summary>
    public const string ResamplerDescribe = "resampler.describe";

    /// <summary>The method <c>preprocessor.describe</c>.</summary>
    public const string PreprocessorDescribe = "preprocessor.describe";

    /// <summary>The method <c>session.list</c>.</summary>
    public const string SessionList = "session.list";

    /// <summary>The method <c>session.create</c>.</summary>
    public const string SessionCreate = "session.create";

    /// <summary>The method <c>session.join</c>.</summary>
    public const string SessionJoin = "session.join";

    /// <summary>The method <c>session.detach</c>.</summary>
    public const string SessionDetach = "session.detach";

    /// <summary>The method <c>session.rename</c>.</summary>
    public const string SessionRename = "session.rename";

    /// <summary>The method <c>session.delete</c>.</summary>
    public const string SessionDelete = "session.delete";

    /// <summary>The method <c>session.info</c>.</summary>
    public const string SessionInfo = "session.info";

    /// <summary>The method <c>session.ack</c>.</summary>
    public const string SessionAck = "session.ack";

    /// <summary>The method <c>data.upload</c>.</summary>
    public const string DataUpload = "data.upload";

    /// <summary>The method <c>data.upload.begin</c>.</summary>
    public const string DataUploadBegin = "data.upload.begin";

    /// <summary>The method <c>data.upload.chunk</c>.</summary>
    public const string DataUploadChunk = "data.upload.chunk";

    /// <summary>The method <c>data.upload.end</c>.</summary>
    public const string DataUploadEnd = "data.upload.end";

    /// <summary>The method <c>data.upload.cancel</c>.</summary>
    public const string DataUploadCancel = "data.upload.cancel";

    /// <summary>The method <c>data.list</c>.</summary>
    public const string DataList = "data.list";

    /// <summary>The method <c>data.describe</c>.</summary>
    public const string DataDescribe = "data.describe";

    /// <summary>The method <c>data.preview</c>.</summary>
    public const string DataPreview = "data.preview";

    /// <summary>The method <c>data.arrange</c>.</summary>
    public const string DataArrange = "data.arrange";

    /// <summary>The method <c>data.delete</c>.</summary>
    public const string DataDelete = "data.delete";

    /// <summary>The method <c>train</c>.</summary>
    public const string Train = "train";

    /// <summary>The method <c>decomp</c>.</summary>
    public const string Decomp = "decomp";

    /// <summary>The method <c>cluster</c>.</summary>
    public const string Cluster = "cluster";

    /// <summary>The method <c>predict</c>.</summary>
    public const string Predict = "predict";

    /// <summary>The method <c>job.list</c>.</summary>
    public const string JobList = "job.list";

    /// <summary>The method <c>job.status</c>.</summary>
    public const string JobStatus = "job.status";

    /// <summary>The method <c>job.request</c>.</summary>
    public const string JobRequest = "job.request";

    /// <summary>The method <c>job.cancel</c>.</summary>
    public const string JobCancel = "job.cancel";

    /// <summary>The method <c>job.result</c>.</summary>
    public const string JobResult = "job.result";

    /// <summary>The method <c>job.save</c>.</summary>
    public const string JobSave = "job.save";

    /// <summary>The method <c>job.delete</c>.</summary>
    public const string JobDelete = "job.delete";

    /// <summary>The method <c>dialog.choose_dir</c>.</summary>
    public const string DialogChooseDir = "dialog.choose_dir";
}
