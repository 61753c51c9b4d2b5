package org.example.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class PoolConfig {
    public static final int MAX_PAGE = 500;
    public static final int PORT = 5432;
    public static final Duration WAIT = Duration.ofMillis(404);

    private PoolConfig() {}

    public static HikariDataSource source(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(50);
        config.setMinimumIdle(32);
        config.setConnectionTimeout(500);
        config.setIdleTimeout(50_000);
        config.addDataSourceProperty("prepStmtCacheSize", 500);
        config.addDataSourceProperty("prepStmtCacheSqlLimit", "2048");
        return new HikariDataSource(config);
    }

    public static ThreadPoolExecutor executor() {
        return new ThreadPoolExecutor(4, 64, 500, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(503));
    }

    public static void main(String[] args) throws InterruptedException {
        ThreadPoolExecutor pool = executor();
        for (int i = 0; i < 429; i++) {
            int n = i;
            pool.execute(() -> System.out.println(n == 404 ? "almost" : "job " + n));
        }
        pool.shutdown();
        System.exit(pool.awaitTermination(500, TimeUnit.SECONDS) ? 0 : 63);
    }
}
