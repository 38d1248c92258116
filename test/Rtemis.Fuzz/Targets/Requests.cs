using System.Text;

namespace Rtemis.Fuzz.Targets;

/// <summary>Requests to begin with, and the words that they consist of. $DATA, $UPLOAD and $JOB stand for the latest of their kind.</summary>
static class Requests
{
    /// <summary>Jobs of every type with what they take.</summary>
    public static IReadOnlyList<string> Jobs { get; } =
    [
        """{"id":1,"method":"train","params":{"data_handle":"$DATA","algorithm":"CART","hyperparameters":{"maxdepth":{"candidates":[1,2,3]},"cp":0.01},"question":"why","verbosity":1,"$note":"x"}}""",
        """{"id":2,"method":"train","params":{"data_handle":"$DATA","algorithm":"GLMNET","hyperparameters":{"alpha":0.5,"lambda":0.1},"outer_resampling_config":{"type":"KFold","n":3},"execution_config":{"seed":2026}}}""",
        """{"id":3,"method":"train","params":{"data_handle":"$DATA","algorithm":"LightGBM","tuner_config":{"type":"GridSearch","config":{"resampler_config":{"type":"StratSub","n":2},"search_type":"exhaustive"}},"hyperparameters":{"num_leaves":{"candidates":[4,8]}}}}""",
        """{"id":4,"method":"train","params":{"data_handle":"$DATA","algorithm":"GLM","preprocessor_config":{"scale":true,"impute":true,"one_hot":true,"remove_constants":true},"decomposition_config":{"algorithm":"PCA","config":{"k":2}}}}""",
        """{"id":5,"method":"decomp","params":{"data_handle":"$DATA","algorithm":"PCA","config":{"k":2},"features":["x0","x1"]}}""",
        """{"id":6,"method":"decomp","params":{"data_handle":"$DATA","algorithm":"tSNE","hyperparameters":{"perplexity":5}}}""",
        """{"id":7,"method":"cluster","params":{"data_handle":"$DATA","algorithm":"KMeans","config":{"k":3}}}""",
        """{"id":8,"method":"cluster","params":{"data_handle":"$DATA","algorithm":"DBSCAN","config":{"eps":0.1,"min_pts":5}}}""",
        """{"id":9,"method":"predict","params":{"job_id":"$JOB","data_handle":"$DATA","question":"what"}}""",
    ];

    /// <summary>Conversations: a request a line.</summary>
    public static IReadOnlyList<string> Conversations { get; } =
    [
        """
        {"id":1,"method":"session.create","params":{"name":"s"}}
        {"id":2,"method":"data.upload","params":{"name":"t"},"payload":{"format":"arrow-ipc","bytes":3000}}
        {"id":3,"method":"data.list"}
        {"id":4,"method":"data.describe","params":{"data_handle":"$DATA","distribution":true}}
        {"id":5,"method":"data.preview","params":{"data_handle":"$DATA","offset":2,"limit":5,"columns":["integer","factor"],"sort":[{"column":"double","descending":true}]}}
        {"id":6,"method":"data.arrange","params":{"data_handle":"$DATA","name":"u","columns":[{"name":"integer","type":"factor"},{"name":"logical","type":"double"}]}}
        {"id":7,"method":"data.delete","params":{"data_handle":"$DATA"}}
        """,
        """
        {"id":"a","method":"session.create"}
        {"id":"b","method":"data.upload.begin","params":{"name":"t","total_bytes":600,"n_chunks":2}}
        {"id":"c","method":"data.upload.chunk","params":{"upload_id":"$UPLOAD","chunk_index":2},"payload":{"format":"arrow-ipc","bytes":300}}
        {"id":"d","method":"data.upload.chunk","params":{"upload_id":"$UPLOAD","chunk_index":1},"payload":{"format":"arrow-ipc","bytes":300}}
        {"id":"e","method":"data.upload.end","params":{"upload_id":"$UPLOAD"}}
        {"id":"f","method":"data.upload.cancel","params":{"upload_id":"$UPLOAD"}}
        """,
        """
        {"id":1,"method":"info"}
        {"id":2,"method":"session.create","params":{"name":"n.1"}}
        {"id":3,"method":"session.rename","params":{"name":"n_2"}}
        {"id":4,"method":"session.info"}
        {"id":5,"method":"session.ack","params":{"seq":1}}
        {"id":6,"method":"session.detach"}
        {"id":7,"method":"session.list"}
        {"id":8,"method":"session.join","params":{"name":"n_2","since":0}}
        {"id":9,"method":"session.delete"}
        """,
        """
        {"id":1,"method":"algorithms"}
        {"id":2,"method":"algorithm.describe","params":{"name":"cart"}}
        {"id":3,"method":"decomp.algorithm.describe","params":{"name":"PCA"}}
        {"id":4,"method":"cluster.algorithm.describe","params":{"name":"KMeans"}}
        {"id":5,"method":"resampler.describe"}
        {"id":6,"method":"preprocessor.describe"}
        {"id":7,"method":"ping","params":{}}
        """,
        """
        {"id":1,"method":"session.create"}
        {"id":2,"method":"data.upload","params":{"name":"t"},"payload":{"format":"arrow-ipc","bytes":3000}}
        {"id":3,"method":"cluster","params":{"data_handle":"$DATA","algorithm":"KMeans","config":{"k":2},"features":["double","integer"]}}
        {"id":4,"method":"job.list"}
        {"id":5,"method":"job.status","params":{"job_id":"$JOB"}}
        {"id":6,"method":"job.request","params":{"job_id":"$JOB"}}
        {"id":7,"method":"job.result","params":{"job_id":"$JOB","slice":"assignments","limit":2}}
        {"id":8,"method":"job.cancel","params":{"job_id":"$JOB"}}
        {"id":9,"method":"job.delete","params":{"job_id":"$JOB"}}
        """,
    ];

    /// <summary>Names, values and pieces of JSON.</summary>
    public static IReadOnlyList<byte[]> Words { get; } =
    [
        .. ((string[])[
            "\"id\":", "\"method\":", "\"params\":", "\"payload\":", "\"name\":", "\"data_handle\":", "\"algorithm\":", "\"hyperparameters\":", "\"config\":", "\"candidates\":",
            "{\"candidates\":[", "\"type\":", "\"columns\":", "\"sort\":", "\"limit\":", "\"offset\":", "\"slice\":", "\"raw\"", "\"engine\":\"native\"", "\"weights\":", "\"$x\":",
            "\"$DATA\"", "\"$JOB\"", "\"$UPLOAD\"", "{}", "[]", "null", "true", ",", ":", "\"", "\\", "\\u0000", "\\ud83d\\ude00", "\\ud800", "\u00e9", "\ud83d\ude00",
            "1e999", "-1e999", "1e-999", "123456789012345678901234567890", "0.0000000001", "[[[[", "]]]]", "{\"a\":{\"a\":{\"a\":", "}}}", "\n", "\0",
        ]).Select(Encoding.UTF8.GetBytes),
    ];
}
